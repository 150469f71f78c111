export { buildWeb } from './build-web.ts';
export { originsOf } from './origins.ts';
export { createSignIn } from './sign-in.ts';
export { type RunningApi, startApi } from './start-api.ts';
