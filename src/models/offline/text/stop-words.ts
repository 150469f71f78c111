/** Words that say nothing of what a text is about. Denials are kept: they say something. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about after again all also am an and any are as at be because been before being both but by can
   could did do does doing done during each either for from further had has have having he her here
   him his how i if in into is it its itself just may me might more most must my of off on once only
   or other our out over own per same she should since so some such than that the their them then
   there these they this those through thus to too under until up upon us very was we were what when
   where whether which while who whom whose why will with within would you your following s t`
    .split(/\s+/)
    .filter(word => word !== ''),
);

/** Characters that only bind others. One of them ends a run of Chinese, as a blank would. */
export const stopCharacters = '的了是和与及或在之等而且把被让就也还都很吗呢吧着';
