export { canonical, idOf, uuidOf } from './identity.ts';
