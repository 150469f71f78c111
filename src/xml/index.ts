export {
  childElements,
  childOf,
  descendants,
  isElement,
  textOf,
  type XmlElement,
  type XmlNode,
} from './element.ts';
export { articleIds, metaOf } from './jats/article-ids.ts';
export {
  articleLicence,
  articleOwners,
  licenceIn,
  type StatedLicence,
} from './jats/article-licence.ts';
export {
  type FigureGraphic,
  figureGraphics,
  graphicsHere,
  ownershipOf,
} from './jats/figure-graphics.ts';
export { findArticles } from './jats/find-articles.ts';
export { graphicMatcher } from './jats/match-graphic.ts';
export { parseXml, type XmlLimits } from './parse-xml.ts';
