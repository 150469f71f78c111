import { passwordSchema } from '../../../src/contracts/people/index.ts';

export type PasswordWish = { current: string; password: string; repeat: string };

/** What is wrong with a wished password, by field; the reasons are words of the language files. */
export function checkPassword({ current, password, repeat }: PasswordWish, hasPassword: boolean) {
  const issue = passwordSchema.safeParse({ password }).error?.issues[0];
  return {
    ...(hasPassword && current === '' ? { current: 'currentMissing' as const } : {}),
    ...(issue
      ? { password: issue.code === 'too_big' ? ('tooLong' as const) : ('tooShort' as const) }
      : {}),
    ...(password === repeat ? {} : { repeat: 'different' as const }),
  };
}
