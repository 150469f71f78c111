import {
  ADJECTIVE,
  DISC,
  NOT_CERVICAL,
  NOT_DORSAL,
  NOT_LUMBAR,
  NOT_SACRAL,
  NOT_THORACIC,
  PLACE,
  PLUMB,
  ROOT,
  ROOTS,
  SURGERY,
  UNIT,
  VERTEBRA,
  WEIGHTED,
} from './context-flags.ts';
import { buildTermReader } from './lexicon.ts';

/** Chinese terms after levels, simplified and traditional. */
export const readContextTerm = buildTermReader([
  [
    VERTEBRA,
    `椎体 椎體 体 骨折 压缩 壓縮 爆裂 楔形 粉碎 棘突 横突 橫突 椎板 椎弓 椎弓根 椎骨 椎 血管瘤 转移 轉移
     附件 骨质 骨質 峡部 峽部 骨髓 成形 骨水泥 骨赘 齿突 齒突`,
  ],
  [
    DISC,
    `椎间 椎間 间盘 間盤 间隙 間隙 椎体间 椎體間 棘突间 棘突間 椎板间 椎板間 横突间 小关节 小關節 关节突 關節突
     节段 節段 椎节 椎節 椎管 滑脱 滑脫 终板 終板 骨折脱位 骨折并脱位 脱位 脫位 突出 膨出 脱出 脫出 盘 盤
     间孔 椎间孔 侧隐窝 側隱窩 黄韧带 黃韌帶 髓核 纤维环 失稳 不稳 之间 之間 间 間 狭窄 狹窄 硬膜囊 硬脊膜囊`,
  ],
  [ROOT, '神经 神經 脊神经 脊神經 神经根 神經根 根'],
  [ROOTS, '皮节 皮節 肌节 支配 根性 神经根病'],
  [
    SURGERY,
    `融合 固定 椎板开窗 椎板间开窗 开窗 减压 減壓 椎弓根螺钉 椎弓根钉 椎弓根螺釘 螺钉 螺釘 置钉 内固定 內固定 椎板切除 椎板减压 椎板成形 椎间融合
     植骨 切除 次全切除 截骨`,
  ],
  [
    PLACE,
    `水平 平面 层面 層面 段 节 節 处 處 左侧 右侧 双侧 两侧 上缘 下缘 前缘 后缘 以下 以上 脊髓 肿瘤 病变 病灶 骨 倾斜角 倾斜`,
  ],
  [
    ADJECTIVE,
    `左侧 右侧 双侧 两侧 左 右 双 側 左側 右側 雙側 兩側 多个 多發 多发 各 诸 等 相邻 相鄰 上 下 前 后 後 部分 两 兩 兩個 两个 三个 陈旧性
     陳舊性 新鲜 新鮮 急性 骨质疏松性 病理性 创伤性 爆裂性 压缩性 压缩 壓縮 水平 平面 的 及其 出口 走行 發出 发出`,
  ],
  [
    UNIT,
    `个 個 岁 歲 年 月 天 日 周 次 例 级 級 度 分 小时 秒 人 名 片 粒 包 袋 瓶 期 型 组 組 类 類 倍 点 點 项 種 种 枚 张
     元 号 號 毫米 厘米 公分 毫升 克 毫克 时 時 步`,
  ],
  // What only looks like a measure word.
  [PLACE, '周围 周边 周缘 分叶 分离 分离 次全 种植 期间 节段性 日常'],
  [
    WEIGHTED,
    `加权 加權 像 相 信号 信號 高信号 低信号 等信号 高信號 低信號 呈高 呈低 呈等 呈长 呈短 呈稍 呈混杂 呈明显 为高 为低 序列 压脂 壓脂
     抑脂 脂肪抑制 脂像 图像 圖像 弛豫 值 增强 增強 矢状 轴位 横断 冠状 横轴 上呈 上为 均呈 均为 均 像上 长 短 等长 稍长 高 低`,
  ],
  [NOT_THORACIC, '期 组 细胞 淋巴 激素 糖尿病 时间点 时点 时刻 显卡 分期'],
  [NOT_CERVICAL, '补体 補體 酯酶 抑制剂 抑制物 组分 蛋白'],
  [PLUMB, '铅垂线 鉛垂線 垂线 铅锤线 铅锤 铅垂'],
  [NOT_LUMBAR, '正则 正規 范数 損失 损失 缓存 语言 語言 母语 惩罚 期幼虫'],
  [NOT_SACRAL, '蛋白 亚基 亞基 心音 音 基因 指南 激酶'],
  [NOT_DORSAL, '受体 受體 二聚体 胃癌 清扫 根治'],
]);
