//! Harm that people do to themselves.

use crate::policy::rules::WordSet;

pub const ACTS: WordSet = &[
    "slit wrists", "slitting wrists", "slit her wrists", "slit his wrists", "slitting her wrists", "slitting his wrists",
    "cutting her wrists", "cutting his wrists", "cutting my wrists", "cut her wrists", "cut my wrists", "cutting herself",
    "cutting himself with", "cutting myself", "hanging herself", "hanging himself", "hanged herself", "hanged himself",
    "shooting himself in the head", "shooting herself in the head", "self harm scars", "self harm wounds", "fresh self harm",
    "overdosing on pills", "committing suicide", "commit suicide", "ritzen arm", "pulsadern aufschneid*", "erhangt sich",
    "se tailladant", "s ouvre les veines", "se pend", "cortandose las venas", "se corta las venas", "ahorcandose",
    "cortando os pulsos", "si taglia le vene", "si impicca", "режет вены", "вскрыл вены", "вешается", "割腕", "上吊自杀", "リストカット",
    "首吊り自殺", "손목을 긋",
];

pub const SUICIDE: WordSet = &[
    "suicide", "suicidal", "kill myself", "killing myself", "end my life", "selbstmord", "suizid", "se suicider", "suicidio",
    "suicidarse", "самоубийств*", "суицид*", "自杀", "自殺", "자살",
];

pub const METHODS: WordSet = &[
    "how to", "method", "methods", "instructions", "step by step", "guide", "painless", "tutorial", "ways to", "best way",
    "easiest way", "anleitung", "methoden", "comment", "methode", "como", "metodo", "metodos", "способ*", "как совершить", "方法", "教程",
    "やり方", "방법",
];

pub const PRAISE: WordSet = &[
    "pro ana", "proana", "pro mia", "thinspo*", "thinspiration", "bonespo", "starve yourself", "anorexia tips", "anorexia goals",
    "purging tips", "suicide is beautiful", "suicide is the answer", "suicide pact", "blue whale challenge",
];

/// Words of those who help.
pub const HELP: WordSet = &[
    "prevention", "prevent", "preventing", "awareness", "hotline", "helpline", "lifeline", "help", "support", "campaign",
    "squad", "therapy", "therapist", "mental health", "crisis line", "stop", "counseling", "counselling", "survivor*",
    "recovery", "pravention", "hilfe", "telefonseelsorge", "prevention du", "aide", "prevencion", "ayuda", "prevencao", "ajuda",
    "prevenzione", "aiuto", "предотвращ*", "помощ*", "профилактик*", "预防", "预防自杀", "热线", "予防", "相談", "예방", "상담", "hamlet", "romeo and juliet", "cleopatra", "door*", "burnout",
];
