//! Flows that are told: "if the order is paid, ship it, otherwise remind the customer".

use super::{Flow, answers};
use crate::Role;
use crate::diagram::content::{Run, clauses, cut, spaced_dash, trim};
use crate::diagram::emit;
use crate::reader::{Reader, Use};
use crate::tokens::{Sep, lower};

/// Words with which a condition opens, and words for every other case, by language.
const CONDITIONS: &[Conditions] = &[
    ("en", &["if"], &["otherwise", "else"]),
    ("de", &["wenn", "falls"], &["sonst", "andernfalls"]),
    ("fr", &["si"], &["sinon"]),
    ("es", &["si"], &[]),
    ("it", &["se"], &["altrimenti"]),
    ("pt", &["se"], &["senão"]),
    ("nl", &["als"], &["anders"]),
    ("pl", &["jeśli", "jeżeli"], &["inaczej"]),
    ("tr", &["eğer"], &["aksi"]),
    ("ru", &["если"], &["иначе"]),
    ("uk", &["якщо"], &["інакше"]),
    ("ar", &["إذا", "اذا"], &["وإلا"]),
    ("he", &["אם"], &["אחרת"]),
    ("hi", &["अगर", "यदि"], &["अन्यथा"]),
    ("zh", &["如果", "若"], &["否则"]),
    ("ja", &["もし"], &[]),
    ("ko", &["만약"], &[]),
];

pub(super) fn opens_condition(reader: &Reader<'_>, at: usize) -> bool {
    is_if(reader, at) || is_else(reader, at)
}

pub(super) fn is_if(reader: &Reader<'_>, at: usize) -> bool {
    reader.key(at) == "if" || spelled(reader, at, |words| words.1)
}

fn is_else(reader: &Reader<'_>, at: usize) -> bool {
    matches!(reader.key(at), "otherwise" | "else") || spelled(reader, at, |words| words.2)
}

type Conditions = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

/// Whether the token is one of the words of its language that `of` picks.
fn spelled(
    reader: &Reader<'_>,
    at: usize,
    of: impl Fn(&Conditions) -> &'static [&'static str],
) -> bool {
    let language = reader.brief.language.0.as_str();
    let Some(words) = CONDITIONS.iter().find(|words| words.0 == language) else {
        return false;
    };
    reader.tokens.get(at).is_some_and(|token| {
        let text = crate::tokens::lower(&reader.prompt[token.span.clone()]);
        token.is_word() && of(words).contains(&text.as_str())
    })
}

/// Returns whether a word in lower case opens a condition, in any language that is read.
pub fn is_condition(word: &str) -> bool {
    CONDITIONS.iter().any(|words| words.1.contains(&word))
}

/// A condition whose arms are being told.
#[derive(Debug)]
pub(super) struct Decision {
    /// Its literal.
    question: usize,
    /// Last steps of the arm that is told to its end.
    told: Vec<usize>,
    /// Whether the other arm has begun.
    other: bool,
}

/// Words of a condition from which on it is a question of its own and no label of an arm.
const QUESTION_WORDS_MIN: usize = 3;

/// English verbs with which a step begins that follows its condition without a comma ("if the email exists send link").
const ORDERS: &[&str] = &[
    "accept",
    "activate",
    "add",
    "alert",
    "allow",
    "approve",
    "archive",
    "ask",
    "assign",
    "block",
    "book",
    "build",
    "call",
    "cancel",
    "charge",
    "check",
    "choose",
    "close",
    "collect",
    "complete",
    "confirm",
    "contact",
    "continue",
    "create",
    "decline",
    "delete",
    "deliver",
    "deny",
    "deploy",
    "discard",
    "dispatch",
    "display",
    "do",
    "eat",
    "email",
    "end",
    "escalate",
    "exit",
    "finish",
    "fix",
    "forward",
    "get",
    "give",
    "go",
    "grant",
    "hire",
    "inform",
    "invite",
    "issue",
    "keep",
    "launch",
    "leave",
    "log",
    "mail",
    "make",
    "merge",
    "move",
    "notify",
    "offer",
    "open",
    "order",
    "pack",
    "pay",
    "phone",
    "pick",
    "print",
    "proceed",
    "process",
    "publish",
    "put",
    "queue",
    "redirect",
    "refund",
    "refuse",
    "reject",
    "release",
    "remind",
    "reorder",
    "repair",
    "repeat",
    "replace",
    "report",
    "request",
    "reset",
    "restart",
    "restock",
    "retry",
    "return",
    "review",
    "run",
    "save",
    "schedule",
    "sell",
    "send",
    "ship",
    "show",
    "skip",
    "sleep",
    "start",
    "stay",
    "stop",
    "store",
    "submit",
    "take",
    "talk",
    "tell",
    "throw",
    "transfer",
    "try",
    "turn",
    "update",
    "upgrade",
    "plug",
    "unplug",
    "press",
    "push",
    "pull",
    "connect",
    "disconnect",
    "reboot",
    "refill",
    "rinse",
    "cook",
    "drink",
    "read",
    "study",
    "walk",
    "drive",
    "visit",
    "hold",
    "lock",
    "unlock",
    "sign",
    "fill",
    "find",
    "look",
    "buy",
    "bring",
    "change",
    "clean",
    "use",
    "verify",
    "wait",
    "wear",
    "withdraw",
    "write",
];

/// Beginnings of words for steps after which a flow does not go on.
const DEAD_ENDS: &[&str] = &[
    "error",
    "reject",
    "rechaz",
    "deny",
    "denied",
    "cancel",
    "stop",
    "abort",
    "decline",
    "fehler",
    "ablehn",
    "abbr",
    "refus",
    "erreur",
    "rifiut",
    "errore",
    "erro",
    "odrzu",
    "błąd",
    "ошибк",
    "отклон",
    "return to",
    "go back",
    "back to",
    "try again",
    "retry",
];

/// Where the step of a condition begins that no comma parts from it.
fn order_at(reader: &Reader<'_>, (from, to): Run) -> Option<usize> {
    let language = reader.brief.language.0.as_str();
    let infinitive = |at: usize| {
        let word = lower(reader.text(at, at + 1));
        let ending = match language {
            "es" | "pt" => word.ends_with("ar") || word.ends_with("er") || word.ends_with("ir"),
            "it" => word.ends_with("are") || word.ends_with("ere") || word.ends_with("ire"),
            "fr" => word.ends_with("er") || word.ends_with("ir"),
            "de" | "nl" => word.ends_with("en") && reader.is_lower(at),
            _ => false,
        };
        ending && word.chars().count() > 4
    };
    (from + 1..to).find(|&at| {
        let english = language == "en"
            && ORDERS.contains(&reader.key(at))
            && reader.is_lower(at)
            && !matches!(
                reader.key(at - 1),
                "to" | "is" | "the" | "a" | "an" | "of" | "in" | "not" | "can" | "will" | "on"
            );
        // "if it is over $50 it goes to Manager approval"
        let goes = matches!(reader.key(at), "it" | "they" | "this")
            && matches!(reader.key(at + 1), "goes" | "go");
        english || goes || infinitive(at)
    })
}

/// "use a diamond for the question Over $50?": the words of a question that are told apart from its arms.
fn asked_elsewhere(reader: &Reader<'_>) -> Option<Run> {
    const WORDS_MAX: usize = 8;
    let at = (0..reader.len()).find(|&at| reader.key(at) == "question" && reader.is_lower(at))?;
    let from = at + 1 + usize::from(reader.sep(at + 1, Sep::Colon));
    let mark = (from..reader.len().min(from + WORDS_MAX)).find(|&i| reader.sep(i, Sep::Mark))?;
    (mark > from).then_some((from, mark + 1))
}

/// "A customer opens a ticket (Request received)", "End with Email sent": the name of a step, without the sentence that
/// explains it and the words that lead to it.
fn named(reader: &Reader<'_>, (from, to): Run) -> Run {
    const LEADS: &[&[&str]] = &[
        &["it", "goes", "straight", "to"],
        &["it", "goes", "to"],
        &["they", "go", "to"],
        &["goes", "straight", "to"],
        &["straight", "to"],
        &["goes", "to"],
        &["end", "with"],
        &["ends", "with"],
        &["finish", "with"],
        &["start", "with"],
    ];
    const SENTENCE_MIN: usize = 3;
    const NAME_MAX: usize = 4;
    let led = LEADS.iter().find(|words| {
        words
            .iter()
            .enumerate()
            .all(|(n, word)| reader.key(from + n) == *word)
    });
    if let Some(words) = led.filter(|words| from + words.len() < to) {
        return trim(reader, (from + words.len(), to));
    }
    let open = (from + SENTENCE_MIN..to).find(|&at| reader.sep(at, Sep::Open));
    let inside = open.map(|open| {
        let end = (open + 1..to).find(|&at| reader.sep(at, Sep::Close));
        (open + 1, end.unwrap_or(to))
    });
    let told = inside.filter(|&(open, end)| {
        reader.is_capital(open) && end > open && end - open <= NAME_MAX && end + 1 >= to
    });
    told.unwrap_or((from, to))
}

impl Flow {
    /// "Payment is checked. If it fails, notify the customer. If it succeeds, pack the items."
    pub(super) fn sentences(&mut self, reader: &mut Reader<'_>, run: Run) {
        let mut asked = None;
        for clause in clauses(reader, run) {
            let pieces = cut(reader, clause, |reader, at| {
                reader.sep(at, Sep::Comma)
                    || reader.key(at) == "then"
                    || is_else(reader, at)
                    || spaced_dash(reader, at)
                    || reader.sep(at, Sep::Colon)
                    || is_if(reader, at) && at > clause.0
            });
            for piece in pieces {
                // The word that parted the pieces may be the condition itself.
                let first = trim(reader, piece).0;
                let before = (0..piece.0).rev().find(|&at| !reader.is_sep(at));
                let word = if opens_condition(reader, first) {
                    Some(first)
                } else {
                    before.filter(|&at| opens_condition(reader, at))
                };
                match word {
                    Some(word)
                        if self.decision.is_some() && self.otherwise(reader, word, piece) => {}
                    Some(word) if is_if(reader, word) && self.decide(reader, word, piece) => {}
                    Some(word) => self.condition(reader, word, piece, &mut asked),
                    None => {
                        let step = trim(reader, piece);
                        if step.0 < step.1 {
                            self.settle_arms(reader, (piece.0, run.1));
                            // Behind the words for every other case and their step, the arms meet.
                            let met = self.closed && self.pending.is_none();
                            let joins = clause.0 == piece.0 || met;
                            self.step(reader, step, asked.is_some() && joins);
                            if joins {
                                asked = None;
                                self.closed = false;
                            }
                        }
                    }
                }
            }
        }
    }

    /// A condition of several words is a question of its own; returns whether it is one.
    fn decide(&mut self, reader: &mut Reader<'_>, word: usize, piece: Run) -> bool {
        let order = order_at(reader, (word + 1, piece.1));
        let question = trim(reader, (word + 1, order.unwrap_or(piece.1)));
        let own = question.0 < question.1 && question.1 - (word + 1) >= QUESTION_WORDS_MIN
            || order.is_some() && self.ends.is_empty();
        // "System checks it. If it is valid, …": the step before asks already.
        let checked = self.ends.last().is_some_and(|&end| {
            let text = reader.brief.literals[end].text.to_lowercase();
            [
                "check",
                "verif",
                "valid",
                "review",
                "inspect",
                "prüf",
                "test",
                "approv",
                "провер",
                "перевір",
                "kontrol",
                "vérifi",
                "comprueb",
                "comprob",
                "sprawdz",
                "contrôl",
                "controll",
                "检查",
                "审",
                "确认",
                "確認",
            ]
            .iter()
            .any(|stem| text.contains(stem))
        });
        if !own || checked && order.is_none() {
            return false;
        }
        self.settle_arms(reader, (piece.1, piece.1));
        let question = asked_elsewhere(reader).unwrap_or(question);
        self.step(reader, question, true);
        let asked = self.ends.last().copied().unwrap_or_default();
        self.decision = Some(Decision {
            question: asked,
            told: Vec::new(),
            other: false,
        });
        let rest = trim(reader, (order.unwrap_or(piece.1), piece.1));
        if order.is_some() && rest.0 < rest.1 {
            self.step(reader, rest, false);
        }
        true
    }

    /// "…, otherwise C", "if not, C": the other arm of the open question; returns whether the piece begins it.
    fn otherwise(&mut self, reader: &mut Reader<'_>, word: usize, piece: Run) -> bool {
        let mut from = word + 1;
        if is_if(reader, word) {
            // "si no rechazar", "if not, C"
            if !matches!(
                lower(reader.text(from, from + 1)).as_str(),
                "no" | "not" | "non" | "nicht" | "não" | "niet" | "nie" | "нет"
            ) {
                return false;
            }
            from += 1;
            if from < piece.1 && order_at(reader, (from - 1, piece.1)) != Some(from) {
                return false;
            }
        }
        let ends = std::mem::take(&mut self.ends);
        let Some(decision) = &mut self.decision else {
            return false;
        };
        if decision.other {
            return false;
        }
        decision.other = true;
        decision.told.extend(ends);
        self.ends = vec![decision.question];
        reader.mark(word, from, Use::Described);
        let rest = trim(reader, (from.max(piece.0), piece.1));
        if rest.0 < rest.1 {
            self.step(reader, rest, false);
        }
        true
    }

    /// Joins the arms of the open question before the next step, unless that step still belongs to one of them.
    fn settle_arms(&mut self, reader: &Reader<'_>, rest: Run) {
        let Some(decision) = &self.decision else {
            return;
        };
        let waits = self.ends == [decision.question];
        let next = (rest.0..rest.1).find(|&at| opens_condition(reader, at));
        let goes_on = !decision.other && next.is_some_and(|at| is_else(reader, at));
        if waits || goes_on {
            return;
        }
        let Some(decision) = self.decision.take() else {
            return;
        };
        let mut ends = decision.told;
        ends.append(&mut self.ends);
        if !decision.other {
            ends.push(decision.question);
        }
        let live: Vec<usize> = ends
            .iter()
            .copied()
            .filter(|&end| {
                let text = reader.brief.literals[end].text.to_lowercase();
                !DEAD_ENDS.iter().any(|word| text.contains(word))
            })
            .collect();
        self.ends = if live.is_empty() { ends } else { live };
    }

    pub(super) fn step(&mut self, reader: &mut Reader<'_>, run: Run, joins: bool) {
        let run = named(reader, run);
        let node = self.node(reader, run);
        if let Some((question, label)) = self.pending.take() {
            self.link(question, node, Some(label));
        } else {
            let mut ends = std::mem::take(&mut self.ends);
            if joins {
                ends.extend(std::mem::take(&mut self.arms));
            }
            for end in ends {
                self.link(end, node, None);
            }
        }
        self.ends = vec![node];
    }

    /// A condition is an arm of the step before it.
    fn condition(
        &mut self,
        reader: &mut Reader<'_>,
        word: usize,
        piece: Run,
        asked: &mut Option<usize>,
    ) {
        let question = asked.or(self.ends.last().copied());
        let Some(question) = question else { return };
        if asked.is_some() {
            let ends = std::mem::take(&mut self.ends);
            self.arms
                .extend(ends.into_iter().filter(|end| *end != question));
        }
        *asked = Some(question);
        let otherwise = is_else(reader, word);
        let from = if otherwise { word } else { word + 1 };
        let alone = from + 1 >= piece.1 || reader.is_sep(from + 1);
        let short = matches!(reader.key(from), "yes" | "no" | "so" | "ok")
            || (answers(reader, from) || reader.key(from) == "not") && alone;
        let to = if otherwise || short {
            from + 1
        } else {
            order_at(reader, (from, piece.1)).unwrap_or(piece.1)
        };
        self.closed = otherwise;
        let run = trim(reader, (from, to));
        if run.0 >= run.1 {
            return;
        }
        let label = emit(reader, run, Role::Label);
        self.pending = Some((question, label));
        self.ends.clear();
        let rest = trim(reader, (to, piece.1));
        if rest.0 < rest.1 {
            self.step(reader, rest, false);
        }
    }
}
