import {
  ABBREVIATION,
  ADJECTIVE,
  AT,
  BETWEEN,
  COMPARISON,
  COUNTED,
  DISC,
  DOSE,
  EXTENT,
  FILLER,
  FOLLOWS_LIST,
  IMAGING,
  LABEL,
  NOT_CERVICAL,
  NOT_DORSAL,
  NOT_LUMBAR,
  NOT_SACRAL,
  NOT_THORACIC,
  PLACE,
  PLUMB,
  POINTS_AT_PICTURE,
  ROOT,
  ROOTS,
  SERIES,
  SEROLOGY,
  SHOWN_ON,
  SURGERY,
  UNIT,
  VERTEBRA,
  VERTEBRAL,
  WEIGHTED,
} from './context-flags.ts';
import { buildWordReader } from './lexicon.ts';

/** English words beside levels. Words are lower case; the reader folds the text's. */
export const readContextWord = buildWordReader([
  [
    VERTEBRA,
    `vertebra vertebrae vertebras bodies body vb vbs hemivertebra hemivertebrae centrum
     fracture fractures fractured fx fxs lamina laminae pedicles pars spinous transverse odontoid
     corpectomy corpectomies vertebrectomy vertebrectomies spondylectomy spondylectomies
     vertebroplasty vertebroplasties kyphoplasty kyphoplasties vcf vcfs ovcf ovcfs
     hemangioma hemangiomas haemangioma haemangiomas metastasis metastases metastatic rib ribs`,
  ],
  [VERTEBRAL, 'vertebral'],
  [
    DISC,
    `disc discs disk disks discal diskal interspace interspaces intervertebral interbody segment
     segments segmental facet facets foramen foramina foraminal neuroforaminal neuroforamen space
     spaces joint joints interlaminar interspinous zygapophyseal zygapophysial apophyseal
     uncovertebral endplate endplates annulus annular anulus nucleus discitis diskitis
     spondylodiscitis spondylodiskitis discectomy discectomies diskectomy microdiscectomy
     microdiscectomies microdiskectomy discogram discography nucleotomy discogenic
     herniation herniations herniated hernia protrusion protrusions protruding protruded prolapse
     prolapsed extrusion extrusions extruded sequestration bulge bulges bulging hnp ldh
     spondylolisthesis listhesis anterolisthesis retrolisthesis laterolisthesis subluxation
     subluxations dislocation dislocations slip slippage instability junction interval motion
     pseudarthrosis pseudoarthrosis nonunion stenosis modic pfirrmann ivd ivds recess recesses
     epidural interforaminal transforaminal degeneration desiccation`,
  ],
  [ROOT, 'root nerve ganglion drg palsy sleeve'],
  [
    ROOTS,
    `roots nerves ganglia radiculopathy radiculopathies radiculitis radicular dermatome dermatomes
     dermatomal myotome myotomes distribution rhizotomy sensation`,
  ],
  [
    SURGERY,
    `fusion fusions fused arthrodesis laminectomy laminectomies laminotomy laminotomies
     hemilaminectomy hemilaminectomies laminoplasty laminoplasties foraminotomy foraminotomies
     facetectomy decompression decompressions decompressed fixation fixations fixed
     instrumentation instrumented stabilization stabilisation screw screws rod rods cage cages
     plate plates plating plif tlif alif xlif olif llif dlif acdf accf plf tlifs arthroplasty
     replacement adr surgery osteotomy osteotomies pso spo vcr implant implants spacer hardware
     construct exposure reconstruction`,
  ],
  [
    PLACE,
    `level levels region cord syrinx slope tilt lordosis kyphosis angle cobb compression collapse
     collapsed wedging wedge edema oedema tumor tumour mass lesion lesions spondylolysis block
     injection paraplegia tetraplegia quadriplegia innervated myelopathy injury injuries sci asia ais
     skeletal muscle slice sensory motor transitional sacralization sacralisation lumbarization
     lumbarisation superior inferior upper lower anterior posterior ala alar iliac end height
     lumbar thoracic cervical sacral burst centered apex uiv liv uivs pelvic spine spinal neural
     ligament process processes arch occiput occipital mid osteoporotic pathologic pathological`,
  ],
  [
    ADJECTIVE,
    `compression burst wedge osteoporotic acute chronic subacute old healed healing new
     pathologic pathological traumatic insufficiency stable unstable severe mild moderate minimal
     slight significant small large broad based diffuse left right bilateral unilateral central paracentral sided
     superior inferior anterior posterior adjacent lumbar thoracic cervical sacral dorsal ventral
     exiting traversing descending spinal intercostal sensory motor emerging both multiple two
     affected involved respective corresponding consecutive contiguous chance teardrop flexion
     distraction comminuted complete incomplete pedicle foraminal extraforaminal lateral
     posterolateral far subarticular medial proximal distal percutaneous balloon total partial
     open minimally invasive instrumented cord`,
  ],
  [
    UNIT,
    `mm cm mmhg ml dl mg kg mcg ug iu min mins minute minutes hour hours hr hrs day days week weeks
     month months year years yr yrs sec secs second seconds ms msec kv hz khz mhz ppm gy cgy
     degrees degree percent kpa mpa`,
  ],
  [COUNTED, 'patients cases subjects times points men women people others more years'],
  [DOSE, 'mg mcg ug iu miu mmol umol nmol pmol nm ng pg'],
  [
    WEIGHTED,
    `weighted weight weighting weighed w wi wis flair stir tse fse se gre fs fat fatsat dixon ideal
     signal signals hyperintense hyperintensity hyperintensities hypointense hypointensity
     hypointensities isointense isointensity hyper hypo iso intensity intensities image images imaging
     sequence sequences map maps mapping relaxation relaxometry relaxivity relax time times value
     values bright brightness dark contrast postcontrast precontrast postgadolinium enhanced
     gadolinium gd star shortening prolongation prolonged sagittal axial coronal sag ax scan scans mri
     mr mris view views high low shine acquisition acquisitions series slices spin post pre black
     noncontrast decay rho mprage spgr vibe bold haste trufi mra tirm spair spir vista weightings
     sequencing suppressed marrow intramedullary`,
  ],
  [
    NOT_THORACIC,
    `stage lymphocyte lymphocytes cell cells helper hormone hormones toxin phage bacteriophage ligase
     polymerase promoter lysozyme endonuclease diabetes diabetic mellitus dm staging category
     timepoint timepoints transformer gpu gpus suppressor tnm rna dna follow followup`,
  ],
  [
    NOT_CERVICAL,
    `reactive esterase inhibitor inhibitors complement complements convertase alkyl carbon carbons
     hydrocarbon hydrocarbons plants plant photosynthesis glomerulopathy glomerulonephritis nephritic
     component components domain domains dataset corpus olefin olefins fraction fractions hypocomplementemia
     deficiency alcohol alcohols aldehyde symmetry cell cells`,
  ],
  [PLUMB, 'plumb plumbline sva cpl'],
  [
    NOT_LUMBAR,
    `norm norms loss losses regularization regularisation regularized regularised regularizer
     penalty penalties penalized cache caches minimization minimisation language languages learner
     learners speaker speakers acquisition larva larvae larval instar gpu gpus retrotransposon
     retrotransposons sparsity constraint normalization normalisation normalized proficiency
     writing vocabulary cell adhesion english french chinese mandarin spanish german japanese korean stage stages autonomy`,
  ],
  [
    NOT_SACRAL,
    `subunit subunits protein proteins domain spike nuclease kinase gene genes table tables fig figs
     figure figures file files text dataset datasets data appendix video videos movie movies
     checklist bucket buckets storage guideline guidelines gallop heart sound sounds murmur
     glycoprotein phase fragment cells receptor receptors note protocol raw supporting`,
  ],
  [
    NOT_DORSAL,
    `receptor receptors agonist agonists antagonist antagonists dopamine dopaminergic
     lymphadenectomy dissection gastrectomy resection dextrose vitamin dimer day days cyclin
     lymph supplementation deficiency`,
  ],
  [
    LABEL,
    `fig figs figure figures table tables tab section sections appendix appendices supplementary
     supplemental supplement suppl eq eqs equation equations scheme schemes video videos movie movies
     file files dataset datasets panel panels chapter chapters box algorithm theorem lemma annex
     exhibit formula materials information type types class classes subtype subtypes category categories vitamin vit
     tesla nvidia amazon aws haplogroup icd hla caspase cyclin apolipoprotein cytochrome
     prostaglandin gene exon intron isotope`,
  ],
  [ABBREVIATION, 'fig figs tab eq eqs suppl sect no nos vs ref refs sec'],
  [
    SERIES,
    `grade grades group groups stage stages staged phase phases step steps sample samples case
     subject subjects participant participants complement hepatitis hep domain domains chromosome
     cluster clusters cohort room bed ward lot batch version code codes timepoint timepoints bucket
     question item items lenke layer layers spike carbon carbons atom atoms`,
  ],
  [
    IMAGING,
    `sagittal axial coronal transverse sag ax cor weighted stir flair mri mr hyperintense hypointense
     isointense hyperintensity hypointensity bright dark suppressed saturated saturation fatsat
     sequence sequences image images echo tse fse quantitative postcontrast contrast enhanced
     noncontrast unenhanced increased decreased prolonged shortened intermediate elevated reduced
     long short dwi adc swi gre tirm pd pdw imaging scan scans protocol high low iso parametric turbo gradient`,
  ],
  [
    SEROLOGY,
    `serum plasma free complement thyroxine triiodothyronine tsh thyroid hypothyroid hyperthyroid`,
  ],
  [
    AT,
    `at of to above below level levels involving affecting vertebra vertebrae vertebral body bodies
     disc discs disk disks segment segments spine root roots through between and at's around near
     from`,
  ],
  [
    EXTENT,
    `from extending extends extend extended extension spanning spans span spanned involving involves
     stretching reaching`,
  ],
  [FILLER, 'the a an of at in on with to for level levels around near both over affecting'],
  [BETWEEN, 'between'],
  [
    COMPARISON,
    `difference differences differ differed differs different comparison comparisons compare compared
     comparing distinguish distinguished ratio ratios correlation correlations agreement relationship
     relationships association distance distances distribution`,
  ],
  [
    FOLLOWS_LIST,
    `and or to through was were is are be showed shows show with had has have respectively at on in
     level levels by after before due from for without which demonstrated demonstrate demonstrates
     revealed revealing showing appear appears appeared`,
  ],
  [SHOWN_ON, 'on both'],
  [POINTS_AT_PICTURE, 'on in with'],
]);
