//! Steps and what follows from them: flows with questions, pipelines, networks, food webs.

use super::content::{Content, Run, clauses, cut, is_instruction, list, spaced_dash, trim};
use super::{emit, groups, items};
use crate::reader::Reader;
use crate::tokens::Sep;
use crate::{Link, Role};

/// Steps of a flow, at most.
const STEPS_MAX: usize = 60;

/// Verbs that lead from one thing to the next.
const LINKS: &[&[&str]] = &[
    &["is", "connected", "to"],
    &["are", "connected", "to"],
    &["connects", "to"],
    &["connect", "to"],
    &["talks", "to"],
    &["links", "to"],
    &["leads", "to"],
    &["goes", "to"],
    &["go", "to"],
    &["flows", "to"],
    &["flows", "into"],
    &["feeds", "into"],
    &["points", "to"],
    &["sends", "data", "to"],
    &["writes", "to"],
    &["calls"],
    &["feeds"],
];

/// Verbs of those who eat: what is eaten comes before them in a web.
const EATS: &[&str] = &["eats", "eat", "hunts", "hunt", "eating"];

/// A flow that is being built.
#[derive(Debug, Default)]
struct Flow {
    /// Nodes: index into the literals, and their words in lower case.
    nodes: Vec<(usize, String)>,
    links: Vec<Link>,
    /// Nodes that the next one follows.
    ends: Vec<usize>,
    /// Ends of the arms of the last question.
    arms: Vec<usize>,
    /// Questions, and the answers that each has got.
    questions: Vec<(usize, Vec<String>)>,
    /// The question and the answer that lead to the next node.
    pending: Option<(usize, usize)>,
    /// Whether the arms stand side by side and meet again.
    meets: bool,
}

/// Reads a flow; returns whether there are at least two steps.
pub(super) fn read(reader: &mut Reader<'_>, content: &Content) -> bool {
    let run = (content.from, content.to);
    if reader
        .tokens
        .iter()
        .any(|token| matches!(token.key.as_str(), "fishbone" | "ishikawa"))
    {
        return groups::bones(reader, content);
    }
    let mut flow = Flow::default();
    let answers = (run.0..run.1)
        .filter(|&at| {
            is_answer(reader.key(at))
                && (reader.sep(at + 1, Sep::Colon)
                    || reader.sep(at + 1, Sep::Comma)
                    || opens_answer(reader, at))
        })
        .count();
    let asked = (run.0..run.1).any(|at| reader.sep(at, Sep::Mark));
    if (run.0..run.1).any(|at| reader.sep(at, Sep::Arrow)) || asked && answers > 1 {
        // "A → B → if it holds, C, if not, D": the steps lead to a question, its arms are told.
        let told = (run.0 + 1..run.1)
            .find(|&at| reader.is_sep(at - 1) && opens_condition(reader, at))
            .filter(|_| !asked && answers == 0)
            .unwrap_or(run.1);
        flow.arrows(reader, (run.0, told));
        if told < run.1 {
            flow.sentences(reader, (told, run.1));
        }
    } else if !flow.statements(reader, run) {
        let steps = items::steps(reader, content);
        let conditional = steps.iter().any(|step| opens_condition(reader, step.0));
        if conditional {
            flow.sentences(reader, run);
        } else {
            for step in steps.into_iter().take(STEPS_MAX) {
                let index = emit(reader, step, Role::Item);
                let key = reader.brief.literals[index].text.to_lowercase();
                flow.nodes.push((index, key));
            }
            flow.hub(reader);
        }
    }
    if flow.nodes.len() < 2 {
        super::tree::forget(reader);
        return false;
    }
    reader.brief.links = flow.links;
    true
}

/// Reads who eats whom; returns whether the prompt tells it.
pub(super) fn web(reader: &mut Reader<'_>, content: &Content) -> bool {
    let mut flow = Flow::default();
    let told = (content.from..content.to).any(|at| EATS.contains(&reader.key(at)));
    if !told || !flow.statements(reader, (content.from, content.to)) {
        return false;
    }
    reader.brief.links = flow.links;
    true
}

/// Returns whether a word in lower case is an answer that names an arm of a question, in any language that is read.
pub fn is_answer(key: &str) -> bool {
    // Answers of other languages that no gloss has made English.
    const ABROAD: &[&str] = &[
        "sí",
        "si",
        "oui",
        "non",
        "ja",
        "nein",
        "nee",
        "sim",
        "não",
        "tak",
        "nie",
        "evet",
        "hayır",
        "да",
        "нет",
        "так",
        "ні",
        "نعم",
        "لا",
        "כן",
        "לא",
        "हाँ",
        "हां",
        "नहीं",
        "예",
        "네",
        "아니요",
        "아니오",
        "はい",
        "いいえ",
        "是",
        "否",
    ];
    ABROAD.contains(&key)
        || matches!(
            key,
            "yes"
                | "no"
                | "true"
                | "false"
                | "pass"
                | "fail"
                | "y"
                | "n"
                | "ok"
                | "approved"
                | "rejected"
                | "success"
                | "failure"
        )
}

/// Whether the token stands where an answer does: behind a question, a slash, a separator or "if".
fn opens_answer(reader: &Reader<'_>, at: usize) -> bool {
    at > 0
        && (reader.is_sep(at - 1)
            || matches!(reader.key(at - 1), "if" | "or" | "when" | "else" | "and"))
}

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

fn opens_condition(reader: &Reader<'_>, at: usize) -> bool {
    is_if(reader, at) || is_else(reader, at)
}

fn is_if(reader: &Reader<'_>, at: usize) -> bool {
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

impl Flow {
    /// Returns the node of a text, a new one if it is not known.
    fn node(&mut self, reader: &mut Reader<'_>, run: Run) -> usize {
        let key = reader.text(run.0, run.1).to_lowercase();
        // "Is there paper yes: …": a question that is taken up again may have lost its mark.
        let known = self
            .nodes
            .iter()
            .find(|node| node.1.trim_end_matches('?').trim_end() == key)
            .or_else(|| {
                self.nodes.iter().find(|node| {
                    node.1.split(' ').next_back() == Some(key.as_str())
                        || key.split(' ').next_back() == Some(node.1.as_str())
                })
            });
        if let Some(node) = known {
            return node.0;
        }
        let index = emit(reader, run, Role::Item);
        self.nodes.push((index, key));
        index
    }

    /// Returns the place of a text among the nodes.
    fn find(&self, reader: &Reader<'_>, run: Run) -> Option<usize> {
        let key = reader.text(run.0, run.1).to_lowercase();
        self.nodes.iter().position(|node| node.1 == key)
    }

    fn link(&mut self, from: usize, to: usize, label: Option<usize>) {
        if from != to
            && !self
                .links
                .iter()
                .any(|link| link.from == from && link.to == to)
        {
            self.links.push(Link { from, to, label });
        }
    }

    /// "A -> B -> ok? -> yes: C / no: D -> E".
    fn arrows(&mut self, reader: &mut Reader<'_>, run: Run) {
        for clause in clauses(reader, run) {
            for (n, piece) in cut(reader, clause, |reader, at| {
                reader.sep(at, Sep::Comma) || reader.sep(at, Sep::Mark)
            })
            .into_iter()
            .enumerate()
            {
                if is_instruction(reader, piece) {
                    continue;
                }
                let arrowed = (piece.0..piece.1).any(|at| reader.sep(at, Sep::Arrow));
                let source = self.links.last().map(|link| link.from);
                if n > 0
                    && !arrowed
                    && !is_answer(reader.key(trim(reader, piece).0))
                    && source.is_some()
                    && self.pending.is_none()
                {
                    // "server -> database, cache"
                    let to = self.node(reader, trim(reader, piece));
                    self.link(source.unwrap_or(to), to, None);
                    continue;
                }
                self.chain(reader, piece);
            }
        }
    }

    fn chain(&mut self, reader: &mut Reader<'_>, piece: Run) {
        let first = trim(reader, piece).0;
        let answer = is_answer(reader.key(first));
        if !answer {
            let arms = std::mem::take(&mut self.arms);
            let joins = self.meets || matches!(reader.key(piece.0), "then" | "finally");
            // A question behind a question goes on from it.
            let asked = self.ends.last().is_some_and(|end| {
                self.questions
                    .last()
                    .is_some_and(|question| question.0 == *end && question.1.is_empty())
            });
            let fresh = !joins && !asked && !self.nodes.is_empty() && self.pending.is_none();
            // "No: check it. Damaged? …": a question behind the arms of another goes on from the last of them.
            let next = (piece.0..piece.1).any(|at| reader.sep(at, Sep::Mark))
                && self.find(reader, trim(reader, piece)).is_none();
            if fresh && !(next && !arms.is_empty() | !self.ends.is_empty()) {
                self.ends.clear();
            } else if fresh {
                self.arms.clear();
            } else {
                self.ends.extend(arms);
            }
            self.meets = false;
        }
        for part in cut(reader, piece, |reader, at| reader.sep(at, Sep::Arrow)) {
            let sides = cut(reader, part, |reader, at| {
                (reader.sep(at, Sep::Slash) || matches!(reader.key(at), "or" | "else"))
                    && is_answer(reader.key(at + 1))
            });
            // "Is there paper yes: call IT": the answer may follow its question without a mark.
            let sides: Vec<Run> = sides
                .into_iter()
                .flat_map(|side| {
                    let answer = (side.0 + 1..side.1)
                        .find(|&at| is_answer(reader.key(at)) && reader.sep(at + 1, Sep::Colon));
                    answer.map_or(vec![side], |at| vec![(side.0, at), (at, side.1)])
                })
                .collect();
            self.meets |= sides.len() > 1;
            for side in sides {
                self.part(reader, side);
            }
        }
    }

    /// A node, an answer, or both ("yes: add milk").
    fn part(&mut self, reader: &mut Reader<'_>, part: Run) {
        let mut run = trim(reader, part);
        while run.0 + 1 < run.1 && matches!(reader.key(run.0), "if" | "when") {
            run.0 += 1;
        }
        if run.0 >= run.1 {
            return;
        }
        let alone = run.1 == run.0 + 1
            || reader.sep(run.0 + 1, Sep::Colon)
            || spaced_dash(reader, run.0 + 1)
            || reader.sep(run.0 + 1, Sep::Comma);
        let open = self.questions.iter().any(|question| {
            question.1.len() < 2 && !question.1.iter().any(|word| word == reader.key(run.0))
        });
        // "yes full refund / no close ticket"
        let opens = open && opens_answer(reader, run.0) && reader.is_lower(run.0);
        if is_answer(reader.key(run.0)) && (alone || opens) && !self.questions.is_empty() {
            self.answer(reader, run.0);
            run = trim(reader, (run.0 + 1, run.1));
            if run.0 >= run.1 {
                return;
            }
        }
        let node = self.node(reader, run);
        match self.pending.take() {
            Some((question, label)) => self.link(question, node, Some(label)),
            None => {
                let mut ends = std::mem::take(&mut self.ends);
                if self.meets {
                    ends.extend(std::mem::take(&mut self.arms));
                    self.meets = false;
                }
                for end in ends {
                    self.link(end, node, None);
                }
            }
        }
        self.ends = vec![node];
        if reader.brief.literals[node].text.ends_with(['?', '？']) {
            self.questions.push((node, Vec::new()));
        }
    }

    fn answer(&mut self, reader: &mut Reader<'_>, at: usize) {
        let word = reader.key(at).to_string();
        let ends = std::mem::take(&mut self.ends);
        let asked = self.questions.last().map(|question| question.0);
        self.arms
            .extend(ends.into_iter().filter(|end| Some(*end) != asked));
        let lacks = |question: &(usize, Vec<String>)| !question.1.contains(&word);
        let mut open = self.questions.iter().rposition(lacks);
        // "A? yes → B? no → …; B yes: …": a question that is taken up again later gets its answers there.
        if let Some(last) = open
            && self.questions[last].1.is_empty()
            && let Some(before) = self.questions[..last].iter().rposition(lacks)
        {
            let text = &reader.brief.literals[self.questions[last].0];
            let words = text.text.trim_end_matches('?').trim().to_lowercase();
            let rest = reader.prompt.get(text.span.end..).unwrap_or_default();
            if rest.to_lowercase().contains(&words) {
                open = Some(before);
            }
        }
        let label = emit(reader, (at, at + 1), Role::Label);
        if let Some(open) = open {
            self.questions[open].1.push(word);
            self.pending = Some((self.questions[open].0, label));
        }
    }

    /// In a network, what follows the router hangs at it.
    fn hub(&mut self, reader: &Reader<'_>) {
        let network = reader.tokens.iter().any(|token| token.key == "network");
        let hub = self.nodes.iter().position(|node| {
            ["router", "switch", "hub", "gateway", "wifi"]
                .iter()
                .any(|word| node.1.contains(word))
        });
        let (true, Some(hub)) = (network, hub) else {
            return;
        };
        for n in 1..self.nodes.len() {
            let from = if n <= hub { n - 1 } else { hub };
            self.link(self.nodes[from].0, self.nodes[n].0, None);
        }
    }

    /// "The router connects to the laptop and the phone", "fox eats rabbit"; returns whether most clauses tell such.
    fn statements(&mut self, reader: &mut Reader<'_>, run: Run) -> bool {
        let pieces: Vec<Run> = clauses(reader, run)
            .into_iter()
            .flat_map(|clause| {
                cut(reader, clause, |reader, at| {
                    let end = reader.clause_end(at + 1);
                    (reader.sep(at, Sep::Comma) || reader.key(at) == "and")
                        && (at + 2..end.min(clause.1)).any(|i| verb_at(reader, i).is_some())
                        && (clause.0..at).any(|i| verb_at(reader, i).is_some())
                })
            })
            .collect();
        let told = pieces
            .iter()
            .filter(|piece| (piece.0 + 1..piece.1).any(|at| verb_at(reader, at).is_some()))
            .count();
        if told == 0 || told * 2 < pieces.len() {
            return false;
        }
        for piece in pieces {
            let verb = (piece.0 + 1..piece.1).find_map(|at| Some((at, verb_at(reader, at)?)));
            let Some((at, (len, backward))) = verb else {
                for item in list(reader, piece) {
                    self.node(reader, item);
                }
                continue;
            };
            let left: Vec<usize> = list(reader, (piece.0, at))
                .into_iter()
                .map(|item| self.node(reader, item))
                .collect();
            let right: Vec<usize> = list(reader, (at + len, piece.1))
                .into_iter()
                .map(|item| self.node(reader, item))
                .collect();
            for &a in &left {
                for &b in &right {
                    if backward {
                        self.link(b, a, None)
                    } else {
                        self.link(a, b, None)
                    }
                }
            }
        }
        true
    }

    /// "Payment is checked. If it fails, notify the customer. If it succeeds, pack the items."
    fn sentences(&mut self, reader: &mut Reader<'_>, run: Run) {
        let mut asked = None;
        for clause in clauses(reader, run) {
            let pieces = cut(reader, clause, |reader, at| {
                reader.sep(at, Sep::Comma)
                    || reader.key(at) == "then"
                    || is_else(reader, at)
                    || spaced_dash(reader, at)
                    || reader.sep(at, Sep::Colon)
                    || reader.key(at) == "if" && at > clause.0
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
                    Some(word) => self.condition(reader, word, piece, &mut asked),
                    None => {
                        let step = trim(reader, piece);
                        if step.0 < step.1 {
                            self.step(reader, step, asked.is_some() && clause.0 == piece.0);
                            if clause.0 == piece.0 {
                                asked = None;
                            }
                        }
                    }
                }
            }
        }
    }

    fn step(&mut self, reader: &mut Reader<'_>, run: Run, joins: bool) {
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
        let short = matches!(reader.key(from), "yes" | "no" | "not" | "so" | "ok")
            || is_answer(reader.key(from)) && from + 1 == piece.1;
        let to = if otherwise || short {
            from + 1
        } else {
            piece.1
        };
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

/// Length of a linking verb at `at`, and whether it points backward.
fn verb_at(reader: &Reader<'_>, at: usize) -> Option<(usize, bool)> {
    if EATS.contains(&reader.key(at)) && reader.is_lower(at) {
        return Some((1, true));
    }
    LINKS
        .iter()
        .find(|words| {
            words
                .iter()
                .enumerate()
                .all(|(n, word)| reader.key(at + n) == *word && reader.is_lower(at + n))
        })
        .map(|words| (words.len(), false))
}
