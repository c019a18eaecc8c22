//! Full stops that end no sentence: behind abbreviations, initials and titles.

use super::Kind;
use super::lexer::Lexer;

/// Words up to the name of a control that it may begin with, at most.
const CONTROL_WORDS_MAX: usize = 4;

/// Words that end in a full stop without ending the sentence.
const ABBREVIATIONS: &[&str] = &[
    "mio",
    "mrd",
    "mln",
    "mld",
    "tys",
    "тыс",
    "млн",
    "млрд",
    "тис",
    "dr",
    "mr",
    "mrs",
    "ms",
    "st",
    "co",
    "inc",
    "ltd",
    "no",
    "jr",
    "sr",
    "prof",
    "vs",
    "approx",
    "est",
    "ave",
    "rd",
    "vol",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "lun",
    "mer",
    "jeu",
    "ven",
    "sam",
    "dim",
    "corp",
    "blvd",
    "dept",
    "fig",
    "min",
    "max",
    "tel",
    "tél",
    "telf",
    "tlf",
    "tfno",
    "cel",
    "mob",
    "nr",
    "str",
    "bzw",
    "inh",
    "ca",
    "av",
    "sra",
    "sr",
    "dra",
    "mme",
    "mlle",
    "м",
    "ул",
    "г",
    "т",
    "incl",
    "ul",
    "al",
    "godz",
    "wt",
    "oz",
    "lb",
    "ft",
    "qty",
    "ref",
    "ext",
    "apt",
    "p",
    "pp",
    "ed",
    "feat",
    "кв",
    "тел",
    "руб",
    "коп",
    "стр",
    "гр",
    "шт",
    "мин",
    "эт",
    "оф",
    "просп",
    "вул",
    "грн",
    "им",
    "буд",
    "пл",
    "пер",
    "обл",
    "e.g",
    "i.e",
    "a.m",
    "p.m",
    "u.s",
    "św",
    "ks",
    "sta",
    "sto",
    "د",
    "أ",
    "sig",
    "dott",
    "avv",
    "geom",
    "mgr",
    "inż",
    "lic",
    "arq",
    "dhr",
    "mevr",
    "drs",
    "doç",
    "проф",
    "डॉ",
    "श्री",
    "श्रीमती",
    "सुश्री",
    "प्रो",
    "कु",
    "rev",
    "sgt",
];

impl Lexer<'_> {
    pub(super) fn closes_abbreviation(&self, rest: &str) -> bool {
        let Some(last) = self.tokens.last() else {
            return false;
        };
        if last.span.end != self.at || !matches!(last.kind, Kind::Word) {
            return false;
        }
        // At the very end the stop closes the abbreviation as well as the prompt; keep it only for names such as "Co.".
        let at_end = rest[1..].trim().is_empty();
        // "14 °C." ends a sentence.
        let degrees = self.prompt[..last.span.start].ends_with('°');
        let initial = last.key.chars().count() == 1 && last.is_capital() && !at_end && !degrees;
        let company = matches!(
            last.key.as_str(),
            "co" | "inc" | "ltd" | "corp" | "jr" | "sr"
        ) && last.is_capital();
        let month_at_end = at_end
            || rest[1..]
                .trim_start()
                .starts_with(|c: char| c.is_uppercase());
        // "38 min. subscribe button": a part of a screen begins a sentence of its own.
        let control = rest[1..]
            .split_whitespace()
            .take(CONTROL_WORDS_MAX)
            .any(|word| {
                matches!(
                    word.trim_end_matches([',', '.']),
                    "button" | "buttons" | "link" | "tabs" | "chart" | "graph" | "table"
                )
            });
        // "35 min. ingredients 250 g", "48. score 82": a word for a part, with what it leads to.
        let part = rest[1..].split_whitespace().next().is_some_and(|word| {
            matches!(
                word.trim_end_matches(':'),
                "menu" | "ingredients" | "search" | "score" | "title" | "dishes" | "steps" | "rows"
            )
        });
        let control = control || part;
        // "grant yes / no. highlight the first": a number comes behind "no.".
        let denies = last.key == "no"
            && rest[1..]
                .trim_start()
                .starts_with(|c: char| c.is_lowercase());
        let control = control || denies;
        let title = TITLES.contains(&last.key.as_str()) && !denies;
        let known = title || ABBREVIATIONS.contains(&last.key.as_str()) && !control;
        // "Marktstr. 4"
        let street = last.key.len() > 4
            && last.key.ends_with("str")
            && rest[1..]
                .trim_start()
                .starts_with(|c: char| c.is_ascii_digit());
        initial || company || street || self.is_degree() || (known && (!month_at_end || title))
    }

    /// "Dr. med. Vogel", "Dipl.-Ing. Kern": the parts of an academic title are abbreviated one after the other.
    fn is_degree(&self) -> bool {
        let mut parts = self.tokens.iter().rev();
        let part = parts.next().map_or("", |token| token.key.as_str());
        let before = parts
            .find(|token| !token.is_sep())
            .map_or("", |token| token.key.as_str());
        let leads = |key: &str| matches!(key, "dr" | "prof" | "dipl" | "mag");
        matches!(part, "dipl" | "mag")
            || DEGREES.contains(&part) && (leads(before) || DEGREES.contains(&before))
    }
}

/// Parts of academic titles behind "Dr." and "Dipl.".
const DEGREES: &[&str] = &[
    "med", "dent", "vet", "jur", "iur", "phil", "rer", "nat", "pol", "oec", "ing", "habil",
    "theol", "inf", "psych", "kfm", "biol", "chem", "phys", "math", "sc",
];

/// Whether a word is a form of address or a part of an academic title, behind whose stop no sentence begins.
pub(crate) fn is_title(word: &str) -> bool {
    matches!(
        word,
        "mr" | "mrs"
            | "ms"
            | "dr"
            | "prof"
            | "st"
            | "sr"
            | "sra"
            | "dra"
            | "dipl"
            | "mag"
            | "mme"
            | "mlle"
            | "د"
            | "أ"
            | "sig"
            | "dott"
            | "avv"
            | "ing"
            | "geom"
            | "mgr"
            | "inż"
            | "lek"
            | "lic"
            | "arq"
            | "dhr"
            | "mevr"
            | "drs"
            | "av"
            | "doç"
            | "проф"
            | "डॉ"
            | "श्री"
            | "श्रीमती"
            | "सुश्री"
            | "प्रो"
            | "कु"
            | "capt"
            | "rev"
            | "sgt"
    ) || DEGREES.contains(&word)
}

/// Abbreviations that a capital follows.
const TITLES: &[&str] = &[
    "inh",
    "dr",
    "mr",
    "mrs",
    "ms",
    "st",
    "prof",
    "no",
    "vol",
    "sra",
    "dra",
    "mme",
    "mlle",
    "vs",
    "feat",
    "ул",
    "вул",
    "просп",
    "бул",
    "пров",
    "ul",
    "al",
    "godz",
    "fig",
    "św",
    "ks",
    "sta",
    "sto",
    "د",
    "أ",
];
