import type { OrthopaedicCategoryId } from '../../spine/index.ts';

/**
 * What speaks for a field of orthopaedics besides its names: by weight, from telling (3) to
 * merely fitting (1). One keyword or phrase between two semicolons.
 */
export const categoryKeywords: Readonly<
  Record<OrthopaedicCategoryId, Readonly<Partial<Record<1 | 2 | 3 | 4, string>>>>
> = {
  'spine-surgery': {
    3: `spine; spinal; vertebra; vertebrae; vertebral; intervertebral; disc herniation; lamina;
      laminectomy; laminoplasty; pedicle screw; spinal cord; cauda equina; scoliosis; kyphosis;
      lordosis; myelopathy; radiculopathy; sciatica; spondylosis; spondylolisthesis; ligamentum
      flavum; odontoid; atlantoaxial; facet joint; neural foramen; lumbar; cervical spine; thoracic
      spine; thoracolumbar; lumbosacral; kyphoplasty; vertebroplasty; discectomy; discitis; Cobb
      angle; anterior cervical discectomy; 脊柱; 脊椎; 椎体; 椎骨; 椎间盘; 椎管; 椎弓; 椎板; 椎间孔; 颈椎; 胸椎; 腰椎; 骶椎; 骶骨;
      尾骨; 脊髓; 马尾; 侧弯; 侧凸; 后凸; 前凸; 椎间隙; 黄韧带; 后纵韧带; 滑脱; 神经根; 椎间融合; 椎弓根; 寰椎; 枢椎; 齿状突; 寰枢; 小关节突;
      颈髓; 腰大肌脓肿; 坐骨神经痛; 剃刀背; 驼背; 间歇性跛行; 胸弯; 腰弯; 硬脊膜; 峡部; 三柱; 前柱; 中柱; 后柱; burst fracture; Chance; TLICS; three-column; 脊神经; 铅垂线; sacrum; hunched back; quadriplegia; 椎`,
    2: `low back pain; back pain; lower back; upper back; plumb line; endplate; biceps reflex; triceps reflex; turning the head; cannot move his legs; cannot move her legs; weakness of both legs; 双下肢; 上肢麻木; 弯腰; 双肩; 背部; 踩棉花感;  neck pain; claudication; disc; dural tear; halo; Risser; Lenke; brace;
      leg pain; nerve root; ASIA; Meyerding; sagittal balance; pelvic incidence; interbody fusion;
      facet; conus; dura; epidural; Hoffmann sign; straight leg raising; dermatome; hemivertebra;
      paraplegia; tetraplegia; 腰痛; 腰背痛; 颈痛; 背痛; 下肢放射痛; 截瘫; 四肢瘫; 矢状面; Cobb角; 支具;
      直腿抬高; 霍夫曼征; 皮节; 椎旁; 硬膜; 步态不稳; 骨盆倾斜; 融合节段; 节段; compression fracture; 爆裂骨折; prone surgery`,
    1: `fusion; decompression; root; cord; posterior approach; rod; screw; canal; 融合; 减压; 内固定; 神经功能`,
  },
  'foot-and-ankle-surgery': {
    4: `ankle; ankle joint; 踝; 踝关节; hallux; 拇外翻`,
    3: `foot; feet; toe; heel; forefoot; midfoot; hindfoot; metatarsal; metatarsophalangeal;
      calcaneus; calcaneal; talus; talar; tarsal; navicular; plantar; bunion; flatfoot; pes planus;
      cavus; clubfoot; Lisfranc; Charcot foot; syndesmosis; tibialis posterior; posterior tibial
      tendon; Morton neuroma; subtalar; equinus; malleolus; 足; 𧿹外翻; 跖; 跟骨; 距骨; 扁平足; 平足; 高弓足; 马蹄足; 足底; 跟痛; 胫后肌腱;
      跖骨; 趾; 糖尿病足; 跗骨`,
    2: `rocker-bottom; claw toe; hammer toe; orthosis for the arch; 后足; 前足; 中足; 距下关节`,
    1: `fusion of the joint; insole; 鞋垫`,
  },
  'orthopedic-trauma': {
    3: `open fracture; fracture; nonunion of the shaft; compartment syndrome; pelvic ring; acetabular
      fracture; femoral neck fracture; intertrochanteric; tibial shaft; femoral shaft; humeral shaft;
      external fixation; external fixator; intramedullary nail; damage control; polytrauma; tibial
      plateau; Gustilo; malunion; delayed union; plating; 骨折; 开放性骨折; 骨筋膜室; 骨盆骨折; 骨盆环; 髋臼骨折; 髓内钉; 外固定架; 外固定支架; 多发伤; 骨不连; 畸形愈合; 延迟愈合;
      股骨颈骨折; 股骨干; 胫骨平台; 胫腓骨; 肱骨干; 转子间; 粗隆间; 锁骨骨折; 桡骨远端骨折`,
    2: `open reduction; dislocation; motorcycle; crush injury; haemorrhagic shock; debridement;
      traffic accident; fell on; shortened and externally rotated; bone ends; 骨端; 撞伤; 切开复位; 脱位; 失血性休克; 清创; 挤压伤; 车祸; 钢板固定`,
    1: `injury; reduction; fixation; plate; 损伤; 复位; 固定; 外伤`,
  },
  'hand-and-upper-extremity-surgery': {
    3: `hand; wrist; finger; thumb; carpal; metacarpal; carpal tunnel; cubital tunnel; flexor tendon;
      extensor tendon; Dupuytren; scaphoid; lunate; trigger finger; ulnar nerve; median nerve; radial
      nerve; elbow; forearm; brachial plexus; replantation; Phalen; Tinel; Kienbock; de Quervain; tennis
      elbow; radial head; 手指; 手部; 手外; 腕; 腕管; 肘管; 肘关节; 断指; 再植; 拇指; 掌骨; 指屈肌; 屈肌腱; 伸肌腱; 鱼际; 舟状骨; 手舟骨; 月骨; 尺神经; 正中神经; 桡神经; 前臂; 臂丛; 掌腱膜; 扳机指; 网球肘; 桡骨小头; 手`,
    2: `shoulder; humerus; clavicle; ganglion; grip strength; syndactyly; polydactyly; 肩关节; 肱骨; 握力; 腱鞘囊肿; 并指; 多指; 上肢`,
    1: `tendon; numb fingers; 肌腱; 麻木`,
  },
  'musculoskeletal-oncology': {
    3: `sarcoma; osteosarcoma; chondrosarcoma; Ewing; giant cell tumor; bone tumor; soft tissue tumor;
      osteochondroma; enchondroma; bone cyst; aneurysmal bone cyst; fibrous dysplasia; periosteal
      reaction; Codman triangle; limb salvage; Enneking; neoadjuvant chemotherapy; metastatic bone disease;
      myeloma; lipoma; adamantinoma; chondroblastoma; 肉瘤; 骨肉瘤; 软骨肉瘤; 尤因; 骨巨细胞瘤; 骨肿瘤; 软组织肿瘤; 骨软骨瘤; 内生软骨瘤; 骨囊肿; 骨膜反应; Codman; Codman三角; 保肢; 新辅助化疗; 病理性骨折; 骨髓瘤; 脂肪瘤; 骨纤维异样`,
    2: `tumor; mass; growing mass; 肿块; 包块; malignant; biopsy; metastasis; curettage; resection margin; pathological fracture; 肿瘤; 恶性; 活检; 转移; 刮除; 瘤段`,
    1: `resection; lesion; chemotherapy; radiotherapy; 切除; 复发; 化疗; 放疗`,
  },
  'orthopedic-sports-medicine': {
    3: `meniscus; meniscal; pivot shift; cruciate ligament; anterior cruciate; ACL; PCL; Lachman; rotator cuff; labrum;
      labral; Bankart; SLAP; arthroscopic repair; arthroscopy; patellar dislocation; patellofemoral
      ligament; Achilles tendon rupture; femoroacetabular impingement; jumper's knee; athlete;
      footballer; overhead throwing; return to sport; cartilage defect; microfracture; collateral ligament;
      半月板; 交叉韧带; 关节镜; 肩袖; 盂唇; 髌骨脱位; 跟腱断裂; 运动员; 重返运动; 运动损伤; 软骨缺损; 侧副韧带; 肩峰撞击; 腘绳肌; 髌股`,
    2: `knee injury; give way; skier; runner; swimmer; thrower; sports; sprain; hamstring; tendinopathy; stress fracture; 扭伤; 运动; 训练; 肌腱病; 肩关节不稳; 足球; 篮球`,
    1: `ligament; rehabilitation; tear; tendon; 韧带; 康复; 撕裂; 缝合`,
  },
  'adult-joint-reconstruction': {
    3: `arthroplasty; joint replacement; total hip; total knee; unicompartmental; prosthesis; prosthetic;
      periprosthetic; acetabular cup; femoral stem; polyethylene wear; osteonecrosis of the femoral
      head; hip osteoarthritis; knee osteoarthritis; high tibial osteotomy; revision hip; revision knee;
      metal-on-metal; dual mobility; bearing surface; aseptic loosening; 关节置换; 全髋; 全膝; 人工关节; 假体; 股骨头坏死; 膝骨关节炎; 髋骨关节炎; 骨关节炎; 胫骨高位截骨; 髋关节发育不良; 单髁; 翻修术; 髋臼; 聚乙烯`,
    2: `osteoarthritis; hip; knee; cemented; stem; thigh pain; 表面置换; 类风湿; 置换;  femoral head; valgus knee; varus; 膝关节; 髋关节; 骨水泥型; 股骨头; 内翻; 外翻`,
    1: `arthritis; loosening; stiffness; 关节炎; 松动; 关节`,
  },
};
