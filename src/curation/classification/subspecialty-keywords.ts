import type { SubspecialtyId } from '../../spine/index.ts';

/** What a class is told by besides its names: by weight, from telling (3) to fitting (1).
 *  `degenerative` stands for two fields, between which the region decides. */
export type SubspecialtyClass =
  | Exclude<SubspecialtyId, 'cervical-degenerative' | 'thoracic-and-lumbar-degenerative'>
  | 'degenerative';

export const subspecialtyKeywords: Readonly<
  Record<SubspecialtyClass, Readonly<Partial<Record<1 | 2 | 3 | 4, string>>>>
> = {
  'general-considerations': {
    4: `dermatome; myotome; blood supply; embryology; ossification centre; anatomy; neurological examination; physical examination; 解剖; 皮节; 血供; 胚胎; 发育; 神经系统检查; 体格检查; 查体; 病史采集; 病史; 应用解剖; 形态`,
    3: `which vertebral level; orientation; 前根; 后根; 传导; how many vertebrae; nerve roots are there; T1-weighted; T2-weighted; imaging modality; contraindication to MRI; history taking;
      examination; electromyography; anaesthesia; preoperative evaluation; consent; artery; reflexes; motor strength; 加权像; 成像; 肌电图; 麻醉; 术前评估; 知情同意; 数目; 动脉; 检查方法; 影像学检查; 反射弧; 由多少`,
    2: `normal; where does each; radiography; anatomic; landmark; surface marking; 正常; 组成; 结构; 适合观察; 体表标志; 特点; 检查; 诱发电位`,
    1: `describe; MRI; CT; 描述`,
  },
  biomechanics: {
    4: `biomechanical; finite element; axial rotation; cyclic loading; torsional; pullout strength; pull-out strength; range of motion of the construct; intradiscal pressure; axis of rotation; load sharing;
      bending moment; fatigue; 力学; 有限元; 刚度; 载荷; 应力; 拔出强度; 扭转; 疲劳; 旋转中心; 椎间盘内压; 剪切力; 压缩力; 三柱理论; 抗拔出`,
    3: `lever arm; bone-screw interface; 压力; 受力; 力矩; load; stress; strain; force; moment arm; stability of the construct; compression force; shear; 应变; 负荷; 力臂; 屈伸运动; 轴向压缩; 活动度; 承担; 三柱`,
    1: `construct; motion segment; screw diameter; resists; stiffness; bone density; 螺钉直径; 运动节段; 稳定性`,
  },
  'anatomic-approaches': {
    4: `approach; exposure; retroperitoneal; transperitoneal; transoral; transthoracic; transpsoas; Wiltse; Smith-Robinson; thoracotomy; retropharyngeal; dissection plane; muscle-splitting; lateral approach; posterior approach; anterior approach; anterior exposure;
      入路; 显露; 腹膜后; 经胸; 经口; 开胸; 肌间隙; 切口; 经腰大肌; 咽后; 筋膜间; 胸膜外`,
    3: `positioning; prone position; mobilised; mobilized; nerve is most at risk; structure at risk; recurrent laryngeal nerve; sympathetic chain; iliac vessel; lumbar plexus; 体位; 肋骨; 膈肌; vertebral artery; 侧前方; 喉返神经; 椎旁肌; 髂血管; 腰丛; 交感干; 筋膜; 分离; 剥离; 进胸`,
    2: `multifidus; longissimus; incision; fascia; retractor; 多裂肌; 最长肌; 牵开; 正中切口; 保护`,
  },
  degenerative: {
    4: `thoracic disc herniation; lumbar disc; cervical disc; spinal stenosis; 椎间盘突出症; 腰椎间盘突出; 颈椎间盘突出; 腰椎管狭窄`,
    3: `stenosis; claudication; spondylosis; spondylotic; disc herniation; herniated; extrusion; myelopathy; radiculopathy; discectomy; microdiscectomy; sciatica; facet cyst; lateral recess; ligamentum flavum; laminoplasty; ACDF; discectomy and fusion; disc replacement; cord compression; mJOA; OPLL; ossification of the posterior longitudinal ligament; degenerative; degeneration; discogenic; narrow canal;
      椎间盘突出; 椎间盘脱出; 突出症; 椎管狭窄; 间歇性跛行; 神经根型; 脊髓型; 颈椎病; 后纵韧带骨化; 椎板成形; 黄韧带肥厚; 侧隐窝; 椎间孔镜; 髓核摘除; 退变; 退行性; 盘源性; 小关节; 骨赘; 骨质增生; 直腿抬高; 压颈试验; 坐骨神经痛; 椎间孔狭窄; 髓核; 膨出; 突出`,
    2: `leg pain; arm pain; cord; nerve root; neurogenic; straight leg raising; conservative treatment; epidural injection; disc; low back pain; decompression; foraminal; walks unsteadily; drops things; Hoffmann; weak triceps; gait; 放射痛; 麻木; 霍夫曼; 持物不稳; 步态不稳; 压迫脊髓; 神经根; 减压; 腰痛; 腰腿痛; 保守治疗; 踩棉花感; 椎间盘`,
    1: `MRI; weakness; fusion; 无力; 融合`,
  },
  spondylolisthesis: {
    4: `isthmi; cleft; 前移; 向前移位; moved forward; slip; slipped; slippage; anterolisthesis; retrolisthesis; listhesis; pars; pars defect; isthmic; Meyerding; Scottie dog; slip angle; lytic; 滑脱; 滑移; 峡部; 峡部裂; 峡部不连; 峡部断裂; 苏格兰犬; 狗颈; 狗戴项链`,
    2: `gymnast; domed sacrum; intact arch; 斜位片; 动力位; 复位`,
  },
  'idiopathic-scoliosis': {
    4: `idiopathic; adolescent; Risser; Lenke; King classification; Adams; crankshaft; rib hump; rib-vertebra angle; skeletally immature; main thoracic curve; thoracic curve; shoulder imbalance;
      特发性; 青少年脊柱侧凸; 青少年脊柱侧弯; 剃刀背; 支具; 前屈试验; 骨龄; 胸弯; 主胸弯; 双主弯; 双肩不等高; 骨骼未成熟`,
    3: `rib prominence; school screening; 双肩; 主弯; 月经; year-old girl; brace; scoliosis; curve; bending films; growth; menarche; 岁女孩; 岁女生; 侧凸; 侧弯; 月经初潮; 生长; 下端椎; 融合节段`,
    1: `Cobb; infantile; juvenile; bend; Cobb角; 全脊柱片`,
  },
  'adult-spinal-deformity': {
    4: `sagittal balance; sagittal imbalance; SVA; sagittal vertical axis; pelvic incidence; PI-LL; pelvic tilt; flat back; flatback; pedicle subtraction osteotomy; PSO; three-column osteotomy; adult deformity; adult scoliosis; de novo; degenerative scoliosis; SRS-Schwab; Schwab; coronal imbalance; lateral listhesis;
      矢状面; 矢状位失衡; 失平衡; 冠状面失衡; 成人脊柱; 成人侧; 退变性脊柱侧; 退行性脊柱侧; 退变性侧; 平背; 经椎弓根截骨; 骨盆入射角; 骨盆投射角; 长节段融合; 骶骨骨盆`,
    2: `plumb line; bent knees; stand upright; 铅垂线; 前倾; 向前倾斜; stoops forward; year-old woman; lumbar curve; proximal junctional kyphosis; iliac screw; 老年; 腰弯; 髂骨螺钉; 成人`,
  },
  'dysplastic-and-congenital-deformities': {
    4: `newborn; tuft of hair; fused ribs; ribs that are fused; 未分节; 出生即; congenital; hemivertebra; unsegmented bar; segmentation; failure of formation; Klippel-Feil; neurofibromatosis; achondroplasia; dysplasia; dysplastic; diastematomyelia; VACTERL; butterfly vertebra; Marfan; spina bifida; tethered cord; syndrome with fused;
      先天性; 半椎体; 分节不良; 分节不全; 形成障碍; 神经纤维瘤病; 脊髓纵裂; 软骨发育不全; 蝴蝶椎; 马凡; 脊髓栓系; 发育不良; 骨桥; 短颈畸形`,
    2: `three-year-old; infant; fully segmented; scalloping; rib fusion; 幼儿; 扇贝样; 并肋; 锐性`,
  },
  'neuromuscular-spine-deformity': {
    4: `non-ambulatory; spastic; quadriplegia with; 杜氏; 肌病; neuromuscular; cerebral palsy; muscular dystrophy; Duchenne; spinal muscular atrophy; myelomeningocele; poliomyelitis; paralytic; Friedreich; C-shaped curve; pelvic obliquity; arthrogryposis; Rett;
      神经肌肉; 脑瘫; 脑性瘫痪; 肌营养不良; 脊髓性肌萎缩; 脊髓灰质炎; 小儿麻痹; 瘫痪性; 共济失调; 脊膜膨出; 骨盆倾斜; C形侧; 长C形`,
    2: `wheelchair; lost the ability to walk; sitting balance; growing rods; respiratory function; 轮椅; 坐位不稳; 生长棒; 肺功能`,
  },
  'kyphosis-and-postlaminectomy-deformities': {
    4: `kyphosis; kyphotic; hyperkyphosis; Scheuermann; postlaminectomy; after laminectomy; ankylosing spondylitis; chin-on-chest; swan neck; swan-neck; gibbus; wedged; hunched; hunchback; Smith-Petersen osteotomy; round back;
      后凸; 圆背; 驼背; 强直性脊柱炎; 椎板切除术后; 椎板切除后; 鹅颈; 休门; 舒尔曼; 角状; 颌胸; 平视`,
    2: `straighten; 前屈变形; wedging; neighbouring thoracic vertebrae; fallen into flexion; Schmorl; irregular endplate; horizontal gaze; 楔形变; 楔形; 截骨; 终板不规则`,
  },
  trauma: {
    4: `diver; teardrop; cannot move his legs; cannot move her legs; 砸中; 砸伤; fracture; burst fracture; compression fracture; flexion-distraction; Chance; jumped facet; locked facet; facet dislocation; odontoid fracture; hangman; Jefferson; TLICS; SLIC; ASIA; spinal cord injury; sacral sparing; fall from; car crash; retropulsion; spinal shock; central cord syndrome; AO classification; whiplash;
      骨折; 爆裂骨折; 压缩骨折; 压缩性骨折; 脱位; 关节突交锁; 坠落; 车祸; 颈髓损伤; 脊髓损伤; 脊髓休克; 中央索; 安全带; 截瘫; 不全瘫; 摔伤; 外伤后; 无骨折脱位; 占位`,
    2: `injury; injured; accident; posterior ligamentous complex; ligament complex; trauma; reduce; methylprednisolone; osteoporotic; vertebroplasty; kyphoplasty; 损伤; 外伤; 后方韧带复合体; 甲强龙; 移位; 骨质疏松性; 椎体成形; 椎体后凸成形`,
  },
  'tumor-and-osteomyelitis': {
    4: `tumor; tumour; metastasis; metastases; metastatic; osteoid osteoma; osteoblastoma; chordoma; haemangioma; hemangioma; giant cell; myeloma; lymphoma; osteomyelitis; discitis; spondylodiscitis; abscess; tuberculosis; tuberculous; Pott; infection of the disc; SINS; Tokuhashi; nidus; intradural; schwannoma; meningioma; ependymoma; aneurysmal bone cyst; brucella;
      肿瘤; 转移瘤; 椎体转移; 骨转移; 脊柱转移; 骨样骨瘤; 脊索瘤; 血管瘤; 骨髓瘤; 骨髓炎; 椎间隙感染; 脓肿; 冷脓肿; 结核; 布氏杆菌; 神经鞘瘤; 脊膜瘤; 骨巨细胞瘤; 淋巴瘤; 化脓性; 整块切除; 死骨`,
    3: `endplates; eroded; chills; CRP; dialysis; 浓聚; 寒战; 转移; fever; night pain; cancer; drug user; organism; antibiotic; radiotherapy; destroyed; en bloc; 发热; 夜间痛; 癌; 放疗; 破坏; 抗结核; 抗生素; 致病菌; 血沉`,
  },
  complications: {
    4: `透亮带; 透亮线; after a decompression; after a fusion; after discectomy; after laminotomy; drain; 引流; complication; dural tear; durotomy; CSF leak; cerebrospinal fluid leak; wound infection; surgical site infection; pseudarthrosis; pseudoarthrosis; nonunion; rod has broken; broken rod; rod fracture; screw loosening; implant failure; hardware failure; adjacent segment; revision surgery; epidural haematoma; postoperative haematoma; vision; hoarseness; dysphagia; trouble swallowing; proximal junctional; wrong-level; after lumbar surgery; after surgery; postoperative; failed back;
      并发症; 脑脊液漏; 硬脊膜撕裂; 硬膜撕裂; 切口感染; 手术部位感染; 假关节; 断棒; 断钉; 螺钉松动; 内固定失败; 内固定断裂; 邻近节段; 邻椎病; 翻修; 血肿; 吞咽困难; 声音嘶哑; 术后第; 切口渗液; 不融合; 融合失败; 近端交界`,
    2: `two days after; years after a fusion; misplaced; blood loss; thromboembolism; leak; clear fluid; prevented; 术后; 术中; 渗液; 松动; 误置; 失血; 栓塞; 如何处理; 融合术后`,
  },
};
