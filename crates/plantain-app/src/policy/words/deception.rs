//! Forged papers and money.

use crate::policy::rules::WordSet;

pub const FORGED: WordSet = &[
    "fake", "forged", "counterfeit", "counterfeiting", "realistic fake", "falsified", "gefalscht*", "falsche*", "gefalschten",
    "faux", "fausse", "contrefait*", "falso", "falsa", "falsificad*", "contraffatt*", "поддельн*", "фальшив*", "伪造", "假", "偽造", "偽の",
    "위조",
];

pub const PAPERS: WordSet = &[
    "passport", "passports", "driver s license", "drivers license", "driver license", "driving licence", "id card", "identity card",
    "id cards", "social security card", "birth certificate", "banknote", "banknotes", "dollar bill", "dollar bills", "euro note",
    "euro notes", "money", "visa stamp", "prescription", "vaccination card", "vaccine card", "bank statement", "diploma", "pay stub",
    "reisepass", "personalausweis", "fuhrerschein", "geldschein*", "banknoten", "passeport", "carte d identite",
    "permis de conduire", "billets de banque", "pasaporte", "licencia de conducir", "billetes", "passaporte", "carteira de identidade",
    "passaporto", "carta d identita", "patente", "banconote", "паспорт*", "водительск*", "деньги", "купюр*", "护照", "身份证", "钞票", "驾照",
    "パスポート", "運転免許証", "紙幣", "여권", "신분증", "지폐",
];

pub const AGAINST: WordSet = &[
    "how to spot", "spot a", "detect", "detecting", "detection", "awareness", "training", "prevent", "beware", "warning", "avoid",
    "fraud", "scam", "seized", "museum", "erkennen", "vorsicht", "detecter", "attention", "detectar", "cuidado", "riconoscere",
];

pub const PLAY: WordSet = &[
    "play money", "toy", "toys", "board game", "game", "prop", "props", "monopoly", "party", "kids", "costume", "movie", "film", "fantasy",
    "fictional country", "cartoon", "template",
];
