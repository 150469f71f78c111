import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startSimulator } from '../simulator/index.ts';
import { fileDoor, formed, question } from '../testing/try-door.ts';

const keys = ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY'];

beforeEach(() => {
  for (const name of keys) vi.stubEnv(name, 'a-key');
});
afterEach(() => vi.unstubAllEnvs());

const providers = [
  ['openai', 'v1'],
  ['anthropic', 'v1'],
  ['google', 'v1beta'],
  ['openai-compatible', 'v1'],
] as const;

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(5000, 7)]);
const jpeg = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(3001, 9)]);
const pictures = new Map([
  ['1'.repeat(64), png],
  ['2'.repeat(64), jpeg],
]);
const readPicture = async (sha256: string) => pictures.get(sha256)!;
const choice = 'Which level is it?\nA. L3/4\nB. L4/5\nC. L5/S1';

test.each(providers)(
  '%s: text, several pictures, a form, and text as it comes',
  async (provider, version) => {
    const simulator = await startSimulator({ seed: provider });
    const baseUrl = `${simulator.url}/${version}`;
    const file = {
      models: { m: { provider, model: 'some-model', egress: 'onsite', baseUrl } },
      roles: { contestant: 'm', judge: 'm' },
    };
    await using door = await fileDoor(file, { readPicture });
    const { models } = door;
    const said = await models.ask(question, {
      input: { text: choice, pictures: [...pictures.keys()] },
      class: 'clinical',
    });
    expect(said).toMatchObject({ status: 'answered', by: { provider } });
    expect(said.tokens.input).toBeGreaterThan(0);
    expect(said.tokens.output).toBeGreaterThan(0);
    // What arrived is what the pictures are, byte for byte.
    const [first] = simulator.ledger().requests;
    const { hash } = await import('node:crypto');
    expect(first!.pictures).toEqual([png, jpeg].map(bytes => hash('sha256', bytes)));
    expect(first!.requestId).toBe(`${said.call}_1`);

    const scored = await models.ask(formed, { input: { text: 'How good?' }, class: 'public' });
    expect(scored).toMatchObject({ status: 'answered', requests: 1 });
    if (scored.status === 'answered') expect(scored.answer.score).toBeGreaterThanOrEqual(1);

    const shown: string[] = [];
    const call = { input: { text: `${choice} Again?`, pictures: [] }, class: 'public' as const };
    const streamed = await models.stream(question, call, delta => shown.push(delta));
    expect(streamed.status === 'answered' && streamed.answer).toBe(shown.join(''));
    expect(streamed.tokens.output).toBeGreaterThan(0);
    await simulator.close();
  },
);

test.each(providers)(
  '%s: what goes wrong ends as one of the reasons',
  async (provider, version) => {
    const simulator = await startSimulator({
      seed: 'wrong',
      faults: 0.6,
      retryAfterMs: 0,
      trickleMs: 20,
    });
    const baseUrl = `${simulator.url}/${version}`;
    const file = {
      models: { m: { provider, model: 'some-model', egress: 'onsite', baseUrl } },
      roles: { contestant: 'm', judge: 'm' },
    };
    await using door = await fileDoor(file);
    const outcomes = await Promise.all(
      Array.from({ length: 120 }, (_, n) => {
        const text = `${n}. ${choice}`;
        if (n % 3 === 0) return door.models.ask(formed, { input: { text }, class: 'public' });
        const call = { input: { text, pictures: [] }, class: 'public' as const };
        if (n % 3 === 1) return door.models.ask(question, call);
        return door.models.stream(question, call, () => {});
      }),
    );
    const found = new Set(
      outcomes.map(each => (each.status === 'failed' ? each.reason : 'answered')),
    );
    expect(found).toContain('answered');
    const allowed = [
      'answered',
      'gave-up',
      'answer-empty',
      'answer-refused',
      'answer-cut-off',
      'answer-malformed',
    ];
    expect(allowed).toEqual(expect.arrayContaining([...found]));
    // Nothing that was seen as an answer was asked again, and nothing is left under way.
    const { requests } = simulator.ledger();
    const made = outcomes.reduce((sum, each) => sum + each.requests, 0);
    expect(requests).toHaveLength(made);
    expect(door.models.lanes()).toMatchObject([{ inFlight: 0, waiting: 0 }]);
    await simulator.close();
  },
);
