//! Weapons, explosives, poisons, drugs and terror.

use crate::policy::rules::WordSet;

/// Words of instructions.
pub const HOW_TO: WordSet = &[
    "how to make", "how to build", "how to create", "how to construct", "how to assemble", "how to cook", "how to synthesize",
    "how to synthesise", "how to manufacture", "how to produce", "instructions for", "instructions to", "instruction for making",
    "step by step", "recipe for", "recipe", "blueprint*", "schematic*", "wiring diagram", "assembly diagram", "assembly guide",
    "tutorial", "guide to making", "guide to building", "diy", "homemade", "home made", "build a", "building a", "synthesis route",
    "synthesis of", "formula for", "ingredients for", "infographic", "diagram", "anleitung", "bauanleitung", "bauplan",
    "selber bauen", "herstellung von", "rezept", "wie man", "comment fabriquer", "comment faire", "recette", "mode d emploi",
    "plan de construction", "como hacer", "como fabricar", "receta", "instrucciones", "como fazer", "receita", "instrucoes",
    "come costruire", "come fare", "ricetta", "istruzioni", "как сделать", "как собрать", "рецепт", "инструкция", "схема", "如何制作",
    "怎么做", "制作方法", "制造方法", "教程", "配方", "作り方", "製造方法", "만드는 방법", "제조법",
];

/// Of these only the plainest, for words that mean many things.
pub const HOW_TO_STRONG: WordSet = &[
    "how to make", "how to build", "how to construct", "how to assemble", "instructions for", "instructions to", "blueprint*",
    "wiring diagram", "assembly diagram", "step by step", "bauanleitung", "wie man", "comment fabriquer", "como hacer",
    "como fabricar", "como fazer", "come costruire", "как сделать", "как собрать", "如何制作", "制作方法", "制造方法", "作り方", "만드는 방법",
];

/// Things with one use.
pub const WEAPONS: WordSet = &[
    "pipe bomb*", "nail bomb*", "car bomb*", "dirty bomb*", "letter bomb*", "suicide vest*", "explosive device*", "improvised explosive*",
    "ied", "ieds", "explosives", "plastic explosive*", "c4 explosive*", "tatp", "petn", "anfo", "thermite bomb", "molotov*", "napalm",
    "ghost gun*", "untraceable gun*", "3d printed gun*", "gun silencer", "auto sear", "sarin", "nerve gas", "nerve agent*", "vx gas",
    "mustard gas", "ricin", "anthrax", "chlorine gas", "bioweapon*", "biological weapon*", "chemical weapon*", "poison gas",
    "detonator*", "bomb vest", "fertilizer bomb*", "pressure cooker bomb*", "rohrbombe*", "nagelbombe*", "autobombe*", "sprengsatz*",
    "sprengstoff*", "brandsatz", "giftgas", "senfgas", "bombe artisanale", "explosif*", "gaz sarin", "cocktail molotov", "gaz toxique",
    "bomba casera", "bomba de tubo", "explosivos", "gas sarin", "bomba caseira", "coquetel molotov", "ordigno*", "esplosiv*",
    "самодельн* бомб*", "самодельную бомбу", "взрывчатк*", "взрывное устройство", "коктейль молотова", "зарин", "炸弹", "炸彈", "炸药",
    "土制炸弹", "燃烧瓶", "沙林", "神经毒气", "爆弾", "火炎瓶", "サリン", "폭탄", "화염병", "사린",
];

/// Bombs, and all that is called so.
pub const BOMBS: WordSet = &[
    "bomb", "bombs", "bombe", "bomben", "bombes", "bomba", "bombas", "бомба", "бомбу", "grenade", "grenades", "landmine", "landmines",
    "silencer", "explosive",
];

pub const DRUGS: WordSet = &[
    "meth", "methamphetamine", "crystal meth", "crack cocaine", "cocaine", "heroin", "fentanyl", "mdma", "lsd", "ghb", "krokodil drug",
    "kokain", "metamfetamin*", "methamphetamin*", "cocaine", "heroina", "metanfetamina", "cocaina", "fentanilo", "амфетамин*",
    "метамфетамин*", "кокаин*", "героин*", "фентанил*", "мефедрон*", "冰毒", "海洛因", "可卡因", "摇头丸", "覚醒剤", "コカイン", "ヘロイン", "필로폰",
    "코카인", "헤로인",
];

pub const TERROR: WordSet = &[
    "isis", "isil", "islamic state", "al qaeda", "al qaida", "boko haram", "terrorist", "terrorists", "terrorism", "jihadist*", "school shooting",
    "mass shooting", "terroranschlag*", "terroristen", "daesh", "attentat*", "terrorista*", "атак террорист*", "террорист*", "игил", "恐怖分子",
    "恐怖袭击", "伊斯兰国", "テロリスト", "테러리스트",
];

pub const RECRUITING: WordSet = &[
    "join", "recruitment", "recruiting", "recruit", "glorify", "glorifying", "glory", "praise", "praising", "heroic", "celebrating",
    "martyr", "martyrs", "plan for", "planning a", "plan a", "how to carry out", "propaganda", "manifesto", "rejoindre", "recrutement",
    "unete", "reclutamiento", "anwerbung", "schliess dich", "вступай*", "вербовк*", "加入", "招募", "宣传", "参加せよ", "가입",
];

pub const AGAINST: WordSet = &[
    "prevention", "prevent", "awareness", "against", "anti", "stop", "rehab", "rehabilitation", "recovery", "dangers of", "danger of",
    "risks", "effects of", "overdose", "naloxone", "say no", "campaign", "police", "news", "counter", "counterterrorism", "victims",
    "memorial", "breaking bad", "walter white", "molecule", "history", "documentary", "security training", "drill", "gegen", "contre",
    "contra", "contro", "против", "prevencion", "预防", "禁毒", "反恐", "防止", "예방", "addiction",
];
