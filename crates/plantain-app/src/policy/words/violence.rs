//! Gore and cruelty.

use crate::policy::rules::WordSet;

pub const GORE: WordSet = &[
    "decapitated", "decapitation", "beheaded", "beheading", "dismembered", "dismemberment", "disembowel*", "severed head",
    "severed heads", "severed limb", "severed limbs", "severed arm", "mutilated", "mutilation", "mutilated corpse", "guts spilling",
    "intestines spilling", "entrails", "gory", "gore", "blood splatter*", "brains splattered", "brain matter", "flayed alive",
    "skinned alive", "impaled body", "impaled on", "rotting corpse", "rotting corpses", "pile of corpses", "piles of corpses",
    "mangled corpse", "mangled body", "bloody corpse", "bloody corpses", "burned alive", "snuff film", "gouged eyes",
    "gouging out", "crushed skull", "exploded head", "head exploding", "cannibal feast",
    "enthaupt*", "gekopft*", "verstummelt*", "zerstuckelt*", "ausgeweidet*", "decapite*", "demembre*", "eventre*",
    "decapitad*", "desmembrad*", "mutilad*", "destripad*", "decapitat*", "smembrat*", "sventrat*", "обезглавлен*", "расчленен*",
    "выпотрошен*", "изуродован*", "斩首", "肢解", "断肢", "内脏外露", "血腥尸体", "斬首", "切断された頭", "はらわた", "バラバラ死体", "참수", "토막 시체",
];

/// What is not meant: plays, games and feasts.
pub const PRETENCE: WordSet = &[
    "halloween", "zombie*", "haunted house", "prop", "props", "makeup", "costume", "horror movie", "horror film", "horror game",
    "video game", "cartoon", "comic", "doom", "dark fantasy", "vampire", "medusa", "perseus", "david and goliath", "goliath",
    "john the baptist", "judith", "caravaggio", "marie antoinette", "headless horseman", "french revolution", "guillotine",
    "museum", "mythology", "film poster", "metal band", "album cover", "statue", "robot", "robots", "doll", "dolls", "mannequin",
    "battle of", "d d", "dungeons", "painting by", "goya", "saturn devouring", "al gore", "vidal", "fabric", "gore tex",
];

pub const CRUELTY: WordSet = &[
    "torture", "tortured", "torturing", "abusing", "beating up", "beaten to death", "stabbing", "strangling", "choking to death",
    "lynching", "lynched", "hanged by", "executing", "execution of", "massacre of", "slaughtering", "burning alive", "kicking",
    "hurting", "foltern", "foltert", "gefoltert", "torturant", "torturando", "torturare", "пытают", "пытки", "虐待", "折磨", "拷問", "고문",
];

pub const VICTIMS: WordSet = &[
    "child", "children", "kid", "kids", "baby", "woman", "women", "girl", "girls", "prisoner", "prisoners", "hostage", "hostages",
    "puppy", "puppies", "kitten", "kittens", "dog", "dogs", "cat", "cats", "animal", "animals", "elderly", "kind", "kinder", "frau",
    "hund", "katze", "enfant", "femme", "chien", "chat", "nino", "mujer", "perro", "gato", "crianca", "mulher", "cachorro",
    "bambino", "donna", "cane", "gatto", "ребенк*", "женщин*", "собак*", "кошк*", "儿童", "妇女", "小狗", "小猫", "动物", "子供", "女性", "犬", "猫",
    "아이", "여성", "강아지", "고양이",
];
