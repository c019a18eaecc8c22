//! Threats and abuse aimed at a person.

use crate::policy::rules::WordSet;

pub const THREATS: WordSet = &[
    "kill yourself",
    "go kill yourself",
    "kys",
    "i will kill you",
    "i am going to kill you",
    "we will kill you",
    "you will die tonight",
    "i know where you live",
    "i will rape you",
    "i will find you and",
    "you deserve to die",
    "hope you die",
    "bring dich um",
    "ich bringe dich um",
    "ich tote dich",
    "je vais te tuer",
    "suicide toi",
    "te voy a matar",
    "matate",
    "vou te matar",
    "ti ammazzo",
    "ti uccidero",
    "убью тебя",
    "я тебя убью",
    "убей себя",
    "去死吧",
    "我要杀了你",
    "殺してやる",
    "死ね",
    "죽여버리겠다",
];

/// Lines of stories and games.
pub const FICTION: WordSet = &[
    "movie",
    "film",
    "game",
    "villain",
    "comic",
    "character",
    "murder mystery",
    "horror",
    "novel",
    "book cover",
    "quote",
    "says",
    "song",
    "lyrics",
    "metal band",
];

pub const SHAMING: WordSet = &[
    "revenge porn",
    "fat shaming",
    "slut shaming",
    "doxx*",
    "doxing",
    "publicly humiliate my",
    "humiliate my ex",
    "humiliating my ex",
    "bully my classmate",
    "bully her into",
];
