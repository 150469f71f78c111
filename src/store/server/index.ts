export { type Server, startServer, stopServer } from './start-server.ts';
