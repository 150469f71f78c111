import { json, send } from '../reply/send.ts';
import type { Service } from '../route.ts';

/** Any name is answered to; one has to stand in the list. */
export const listModels: Service = {
  method: 'GET',
  path: /^\/models$/,
  dialect: 'openai',
  serve(exchange) {
    const model = { id: 'simulated', object: 'model', created: 0, owned_by: 'spinemed' };
    const list = { object: 'list', data: [model], has_more: false };
    send(exchange, json(200, list), { outcome: 'service' });
  },
};
