const colours = [
  ...['#1f6feb', '#d9730d', '#1a7f4b', '#8957e5'],
  ...['#b3261e', '#0e7490', '#a16207', '#475569'],
];

export const colourAt = (place: number): string => colours[place % colours.length]!;

/** The colour of each name, in every chart of the page: the order of the names is the page's. */
export const colourScale = (names: readonly string[]) => ({
  domain: [...names],
  range: names.map((_, place) => colourAt(place)),
});
