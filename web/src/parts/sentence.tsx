import { Fragment } from 'react';

/** A sentence of the language files, in which `backticks` mark what is typed as it stands. */
export function Sentence({ text }: { text: string }) {
  return text.split('`').map((part, index) => {
    const place = `${index}`;
    return index % 2 === 1 ? (
      <code key={place}>{part}</code>
    ) : (
      <Fragment key={place}>{part}</Fragment>
    );
  });
}
