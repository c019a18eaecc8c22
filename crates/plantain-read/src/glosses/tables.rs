//! The gloss tables of all languages.

/// Languages with a gloss table.
pub(crate) const LANGUAGES: &[(&str, &str)] = &[
    ("es", include_str!("../../lexicon/es.tsv")),
    ("pt", include_str!("../../lexicon/pt.tsv")),
    ("fr", include_str!("../../lexicon/fr.tsv")),
    ("de", include_str!("../../lexicon/de.tsv")),
    ("it", include_str!("../../lexicon/it.tsv")),
    ("nl", include_str!("../../lexicon/nl.tsv")),
    ("pl", include_str!("../../lexicon/pl.tsv")),
    ("tr", include_str!("../../lexicon/tr.tsv")),
    ("ru", include_str!("../../lexicon/ru.tsv")),
    ("uk", include_str!("../../lexicon/uk.tsv")),
    ("ar", include_str!("../../lexicon/ar.tsv")),
    ("he", include_str!("../../lexicon/he.tsv")),
    ("hi", include_str!("../../lexicon/hi.tsv")),
    ("zh", include_str!("../../lexicon/zh.tsv")),
    ("ja", include_str!("../../lexicon/ja.tsv")),
    ("ko", include_str!("../../lexicon/ko.tsv")),
];

/// Words of instructions, read before the table of the language.
pub(super) const EDITS: &[(&str, &str)] = &[
    ("es", include_str!("../../lexicon/edits/es.tsv")),
    ("pt", include_str!("../../lexicon/edits/pt.tsv")),
    ("fr", include_str!("../../lexicon/edits/fr.tsv")),
    ("de", include_str!("../../lexicon/edits/de.tsv")),
    ("it", include_str!("../../lexicon/edits/it.tsv")),
    ("nl", include_str!("../../lexicon/edits/nl.tsv")),
    ("pl", include_str!("../../lexicon/edits/pl.tsv")),
    ("tr", include_str!("../../lexicon/edits/tr.tsv")),
    ("ru", include_str!("../../lexicon/edits/ru.tsv")),
    ("uk", include_str!("../../lexicon/edits/uk.tsv")),
    ("ar", include_str!("../../lexicon/edits/ar.tsv")),
    ("he", include_str!("../../lexicon/edits/he.tsv")),
    ("hi", include_str!("../../lexicon/edits/hi.tsv")),
    ("zh", include_str!("../../lexicon/edits/zh.tsv")),
    ("ja", include_str!("../../lexicon/edits/ja.tsv")),
    ("ko", include_str!("../../lexicon/edits/ko.tsv")),
];
