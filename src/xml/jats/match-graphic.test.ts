import { expect, test } from 'vitest';
import { graphicMatcher } from './match-graphic.ts';

const match = graphicMatcher([
  'PMC1/jor-1-g001.jpg',
  'PMC1/jor-1-g001.gif',
  'jor-1-g002.TIF',
  'movie-1.mp4',
  'a/fig3.png',
  'b/fig3.png',
  '10.1002-x.fig.4.jpg',
  'fig 5.jpg',
  'plain',
]);

test.each([
  ['jor-1-g001', ['PMC1/jor-1-g001.jpg']],
  ['jor-1-g001.gif', ['PMC1/jor-1-g001.gif']],
  ['JOR-1-G002.tif', ['jor-1-g002.TIF']],
  ['jor-1-g002.jpg', ['jor-1-g002.TIF']],
  ['images/jor-1-g001.tiff', ['PMC1/jor-1-g001.jpg']],
  ['movie-1.mp4', []],
  ['fig3', ['a/fig3.png', 'b/fig3.png']],
  ['10.1002-x.fig.4', ['10.1002-x.fig.4.jpg']],
  ['fig%205.jpg', ['fig 5.jpg']],
  ['plain', ['plain']],
  ['%', []],
  ['', []],
])('%j means %j', (href, names) => {
  expect(match(href)).toEqual(names);
});
