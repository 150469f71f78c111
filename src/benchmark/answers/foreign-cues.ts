import { type Cue, cuePattern, raw } from './cue.ts';

/** The words for `answer` in the languages that models fall into now and then. */
export const foreignCues: Cue[] = [
  {
    pattern: cuePattern(
      raw`(?<!\p{L})(?:réponse|antwort|lösung|respuesta|opción|resposta|risposta|svar|ответ)`,
      raw`(?: (?:correcte?|correcta|corretta|correta|finale?|exacte|juste|richtige|правильный))?`,
      raw`(?: ?[:=] ?| (?:est|ist|lautet|sera|es|é|è|är|er)(?: (?:donc|also|daher|la|le|die|opción|opzione|option|lettre|letra)){0,2}:? )`,
    ),
    strength: 'strong',
    takes: 'closed',
  },
  {
    pattern: cuePattern(
      raw`(?:正解|正答|答え|解答|정답|답)(?:の?(?:選択肢|番号))?\s?(?:は|が|:|은|는)\s?(?:選択肢)?\s?`,
    ),
    strength: 'strong',
    takes: 'letters',
  },
];
