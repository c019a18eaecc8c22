//! Finds the word in the table that an inflected word comes from.
//!
//! Rules stand in the gloss tables as `ending>base` pairs: a word that ends in `ending` is looked up again with `base`
//! in its place. Endings are tried longest first, and off one word several may be taken ("evlerinde", "kwiatkami").

use crate::lexicon::lexicon;
use crate::tokens::{Kind, Sep, Token};

/// Letters that a base keeps, at least.
const BASE_CHARS_MIN: usize = 2;
/// Letters before the head of a compound, and letters of the head, at least.
const COMPOUND_FRONT_MIN: usize = 3;
const COMPOUND_HEAD_MIN: usize = 4;

/// What a rule says about the meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sense {
    /// Case, gender or person: the same meaning.
    Form,
    /// The English plural of a noun.
    Plural,
    /// A suffix that English writes as a word of its own.
    After(&'static str),
}

#[derive(Debug)]
struct Ending {
    ending: &'static str,
    base: &'static str,
    sense: Sense,
}

/// What an inflected word means.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Meaning {
    /// First part of a compound.
    pub before: Option<&'static str>,
    pub word: &'static str,
    /// What a suffix adds ("@at").
    pub after: Option<&'static str>,
}

/// A word without one or more endings.
#[derive(Debug, Clone)]
pub(crate) struct Base {
    pub text: String,
    pub plural: bool,
    pub after: Option<&'static str>,
}

/// Words by their own form.
type Table<'a> = &'a dyn Fn(&str) -> Option<&'static str>;

/// Rules of inflection of a language.
///
/// - `%form` rules keep the meaning, `%plural` rules make an English plural of it.
/// - `%after KEY` rules put a key behind the meaning: "masada" is "table @at".
/// - `%clitic` lists what is written before a word and joined to it ("l'", "ال").
/// - `%depth` tells how many endings a word may have, one after another; one if it is not given.
/// - `%late` says that "a" stands between adjective and noun ("kırmızı bir elma").
/// - `%blanks` says that a blank parts the thousands of a number ("1 284").
/// - `%behind` lists keys of words that stand behind the text they name ("\"Kaydet\" butonu").
/// - `%compound` says that words are joined into one whose last part is the head.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    /// Longest first.
    endings: Vec<Ending>,
    clitics: Vec<&'static str>,
    compounds: bool,
    /// Endings taken off one word, at most.
    depth: usize,
    /// Whether "a" stands between adjective and noun.
    late_article: bool,
    /// Whether a blank parts the thousands of a number.
    blank_groups: bool,
    /// Keys of words that stand behind the text they name.
    behind: Vec<&'static str>,
}

impl Rules {
    /// Adds a row of rules; unknown kinds are ignored.
    pub fn add(&mut self, kind: &'static str, text: &'static str) {
        let sense = match kind {
            "form" => Sense::Form,
            "plural" => Sense::Plural,
            "clitic" => {
                self.clitics.extend(text.split('|'));
                return;
            }
            "depth" => {
                self.depth = text.parse().unwrap_or(1);
                return;
            }
            "late" => {
                self.late_article = true;
                return;
            }
            "blanks" => {
                self.blank_groups = true;
                return;
            }
            "behind" => {
                self.behind.extend(text.split('|'));
                return;
            }
            "compound" => {
                self.compounds = true;
                return;
            }
            _ => match kind.strip_prefix("after ") {
                Some(key) => Sense::After(key),
                None => return,
            },
        };
        let pairs = text.split('|').filter_map(|pair| pair.split_once('>'));
        self.endings.extend(pairs.map(|(ending, base)| Ending {
            ending,
            base,
            sense,
        }));
        self.endings
            .sort_by_key(|rule| std::cmp::Reverse(rule.ending.len()));
    }

    /// Joins "1" and "284" where the language parts thousands by blanks. A third number makes a list or a telephone number
    /// of them.
    pub fn grouped(&self, prompt: &str, tokens: Vec<Token>) -> Vec<Token> {
        if !self.blank_groups {
            return tokens;
        }
        let digits = |token: &Token, range: std::ops::RangeInclusive<usize>| {
            token.kind == Kind::Number
                && range.contains(&token.key.len())
                && token.key.bytes().all(|b| b.is_ascii_digit())
        };
        let numeric = |at: Option<usize>| {
            at.and_then(|at| tokens.get(at))
                .is_some_and(|t| t.kind == Kind::Number)
        };
        let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
        let mut at = 0;
        while at < tokens.len() {
            let (first, second) = (&tokens[at], tokens.get(at + 1));
            let pair = second.filter(|second| {
                digits(first, 1..=3)
                    && !first.key.starts_with('0')
                    && digits(second, 3..=3)
                    && prompt
                        .get(first.span.end..second.span.start)
                        .is_some_and(|between| between.chars().count() == 1)
                    && !numeric(at.checked_sub(1))
                    && !numeric(Some(at + 2))
            });
            let Some(second) = pair else {
                out.push(first.clone());
                at += 1;
                continue;
            };
            out.push(Token {
                span: first.span.start..second.span.end,
                key: format!("{}{}", first.key, second.key),
                ..first.clone()
            });
            at += 2;
        }
        out
    }

    /// Brings the keys of a sentence into the order of English where the rules say that it differs.
    pub fn reorder(&self, tokens: &mut [Token]) {
        for at in 1..tokens.len() {
            if self.late_article && tokens[at].key == "a" && describes(&tokens[at - 1].key) {
                tokens[at].key = "~".to_string();
            }
            // "histogramme des ventes": behind a kind of picture no quantity is meant.
            if tokens[at].key == "some" && lexicon().genres.get(&tokens[at - 1].key).is_some() {
                tokens[at].key = "of".to_string();
            }
            let names = tokens[at].is_word() && self.behind.contains(&tokens[at].key.as_str());
            let quoted = tokens[at - 1].quote().is_some();
            let start = quotes_before(tokens, at);
            let open = start == 0 || tokens[start - 1].is_sep() || tokens[start - 1].key == "and";
            if names && open && quoted {
                tokens[start..=at].rotate_right(1);
            } else if names {
                let start = names_before(tokens, at);
                tokens[start..=at].rotate_right(1);
            }
        }
    }

    /// Meaning of an inflected word, by its bases in `table`.
    pub fn find(&self, word: &str, table: Table<'_>) -> Option<Meaning> {
        self.inflected(word, table, self.depth.max(1))
            .or_else(|| self.without_clitic(word, table))
            .or_else(|| self.compound(word, table))
    }

    /// The forms that `word` may come from by taking off one ending, likeliest first.
    pub fn bases(&self, word: &str) -> Vec<Base> {
        let mut bases: Vec<Base> = Vec::new();
        for rule in &self.endings {
            let Some(stem) = word.strip_suffix(rule.ending) else {
                continue;
            };
            if stem.chars().count() < BASE_CHARS_MIN {
                continue;
            }
            let text = format!("{stem}{}", rule.base);
            let plural = rule.sense == Sense::Plural;
            let after = match rule.sense {
                Sense::After(key) => Some(key),
                _ => None,
            };
            // "gatos" comes from "gato" as a form ("-os") and as a plural ("-s"): the plural says more.
            match bases.iter_mut().find(|base| base.text == text) {
                Some(base) => base.plural |= plural,
                None => bases.push(Base {
                    text,
                    plural,
                    after,
                }),
            }
        }
        bases
    }

    /// Takes off one ending, then looks up what is left or takes off another.
    fn inflected(&self, word: &str, table: Table<'_>, depth: usize) -> Option<Meaning> {
        let bases = self.bases(word);
        // "manzanas" is more than one "manzana" before it is a form of "manzano".
        let direct = |base: &&Base| base.plural && word.starts_with(&base.text);
        bases
            .iter()
            .filter(direct)
            .chain(&bases)
            .find_map(|base| Some(base.meaning(table(&base.text)?)))
            .or_else(|| {
                let depth = depth.checked_sub(1).filter(|depth| *depth > 0)?;
                bases.iter().find_map(|base| {
                    let inner = self.inflected(&base.text, table, depth)?;
                    Some(Meaning {
                        after: inner.after.or(base.after),
                        ..base.meaning(inner.word)
                    })
                })
            })
    }

    fn without_clitic(&self, word: &str, table: Table<'_>) -> Option<Meaning> {
        self.clitics.iter().find_map(|clitic| {
            let rest = word.strip_prefix(clitic)?;
            table(rest)
                .map(Meaning::of)
                .or_else(|| self.inflected(rest, table, self.depth.max(1)))
                .or_else(|| self.compound(rest, table))
        })
    }

    /// A compound: its head is the longest known ending that is a noun, a kind of picture or a role. The part before
    /// must be known too, unless the head names a kind of picture or a hyphen stands between.
    fn compound(&self, word: &str, table: Table<'_>) -> Option<Meaning> {
        if !self.compounds {
            return None;
        }
        let starts = word
            .char_indices()
            .map(|(at, _)| at)
            .skip(COMPOUND_FRONT_MIN);
        starts
            .take_while(|at| word.len() - at >= COMPOUND_HEAD_MIN)
            .find_map(|at| {
                let (front, head) = word.split_at(at);
                let found = table(head)
                    .map(Meaning::of)
                    .or_else(|| self.inflected(head, table, 1))?;
                let lexicon = lexicon();
                let picture = lexicon.genres.get(found.word).is_some();
                let heads = picture
                    || lexicon.nouns.get(found.word).is_some()
                    || lexicon.places.get(found.word).is_some()
                    || lexicon.components.get(found.word).is_some()
                    || lexicon.roles.get(found.word).is_some()
                    || found.word == "style";
                let before = self.front(front, table);
                let joined = before.is_some() || picture || front.ends_with('-');
                (heads && joined).then_some(Meaning { before, ..found })
            })
    }

    /// Meaning of the first part of a compound, without the letters that join it to the second.
    fn front(&self, front: &str, table: Table<'_>) -> Option<&'static str> {
        const JOINTS: &[&str] = &["", "-", "s", "es", "n", "en", "er", "e"];
        JOINTS.iter().find_map(|joint| {
            let base = front.strip_suffix(joint)?;
            let base = base.strip_suffix('-').unwrap_or(base);
            let long = base.chars().count() >= COMPOUND_FRONT_MIN;
            table(base)
                .or_else(|| table(&format!("{base}e")))
                .filter(|_| long)
        })
    }
}

impl Meaning {
    pub fn of(word: &'static str) -> Self {
        Self {
            word,
            ..Self::default()
        }
    }
}

impl Base {
    /// The meaning of the inflected word when its base means `word`.
    pub fn meaning(&self, word: &'static str) -> Meaning {
        Meaning {
            before: None,
            word: if self.plural { plural_of(word) } else { word },
            after: self.after,
        }
    }
}

/// Start of the quoted texts before a word: of all of a list where the word names several ("\"E-posta\" ve \"Şifre\" alanları").
fn quotes_before(tokens: &[Token], at: usize) -> usize {
    let mut start = at.saturating_sub(1);
    let joint = |i: usize| tokens[i].key == "and" || tokens[i].is(Sep::Comma);
    while tokens[at].key.ends_with('s')
        && start >= 2
        && joint(start - 1)
        && tokens[start - 2].quote().is_some()
    {
        // What another word introduces is not of the list.
        let introduced = start >= 3 && !joint(start - 3);
        if introduced && tokens[start - 1].is(Sep::Comma) {
            break;
        }
        start -= 2;
    }
    start
}

/// Start of the names in capitals that stand before a word ("E-posta ve Şifre alanları").
fn names_before(tokens: &[Token], at: usize) -> usize {
    let name = |i: usize| tokens[i].is_wordlike() && tokens[i].is_capital();
    let mut start = at;
    while start > 0 {
        let joint = tokens[start - 1].key == "and" || tokens[start - 1].is(Sep::Comma);
        if name(start - 1) {
            start -= 1;
        } else if joint && start < at && start > 1 && name(start - 2) {
            start -= 2;
        } else {
            break;
        }
    }
    // A name that opens the prompt may be its first word.
    if start == 0 && at > 0 { at } else { start }
}

/// Whether a key is an adjective or a colour.
fn describes(key: &str) -> bool {
    lexicon().adjectives.get(key).is_some() || lexicon().colors.get(key).is_some()
}

/// The English plural of a noun; other words stay as they are.
fn plural_of(meaning: &'static str) -> &'static str {
    lexicon()
        .plurals
        .get(meaning)
        .map_or(meaning, String::as_str)
}

#[cfg(test)]
mod tests {
    use crate::glosses::Glosses;

    #[test]
    fn inflected_words_are_found() {
        for (language, word, want) in [
            ("es", "gatos", "cats"),
            ("es", "azules", "blue"),
            ("it", "gatti", "cats"),
            ("fr", "l'arbre", "tree"),
            ("de", "geburtstagskarte", "birthday card"),
            ("de", "kinderzimmer", "children room"),
            ("nl", "appelbomen", "apple trees"),
            ("pl", "czerwoną", "red"),
            ("pl", "jabłkami", "apples"),
            ("tr", "evler", "houses"),
            ("tr", "masada", "table @at"),
        ] {
            let found = Glosses::for_language(language).meaning(word);
            let text = found.map(|found| {
                let parts = [found.before, Some(found.word), found.after];
                parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
            });
            assert_eq!(text.as_deref(), Some(want), "{word}");
        }
    }
}
