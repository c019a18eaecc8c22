//! Steps and what follows from them: flows with questions, pipelines, networks, food webs.

use self::answers::{answers, asked_off, opens_answer};
use super::content::{Content, Run, clauses, cut, is_instruction, list, spaced_dash, trim};
use super::{emit, groups, items};
use crate::reader::Reader;
use crate::tokens::{Kind, Sep};
use crate::{Link, Role};
use told::opens_condition;

mod answers;
mod loops;
mod told;

pub use answers::is_answer;
pub(super) use loops::turn;
pub use told::is_condition;

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
    &["is", "eaten", "by"],
    &["are", "eaten", "by"],
    &["gets", "eaten", "by"],
    &["eaten", "by"],
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
    /// The condition whose arms are being told.
    decision: Option<told::Decision>,
    /// Whether the arm for every other case has been told.
    closed: bool,
    /// Whether the next piece follows the one before it.
    leads: bool,
    /// Whether the steps stand in quotes.
    quoted: bool,
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
            answers(reader, at)
                && (reader.sep(at + 1, Sep::Colon)
                    || reader.sep(at + 1, Sep::Comma)
                    || opens_answer(reader, at))
        })
        .count();
    let asked = (run.0..run.1).any(|at| reader.sep(at, Sep::Mark));
    let run = untitled(reader, run);
    // "if temperature > 30": a sign before a number compares.
    let leads = |at: usize| {
        reader.sep(at, Sep::Arrow)
            && !(reader.text(at, at + 1) == ">"
                && reader
                    .tokens
                    .get(at + 1)
                    .is_some_and(|next| next.kind != Kind::Word))
    };
    if (run.0..run.1).any(leads) || asked && answers > 1 {
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
            let (steps, loops) = loops::told(reader, steps);
            for step in steps.into_iter().take(STEPS_MAX) {
                let index = emit(reader, step, Role::Item);
                let key = reader.brief.literals[index].text.to_lowercase();
                flow.nodes.push((index, key));
            }
            flow.hub(reader);
            flow.turn_back(&loops);
        }
    }
    if flow.nodes.len() < 2 {
        super::tree::forget(reader);
        return false;
    }
    reader.brief.links = flow.links;
    true
}

/// Reads a flow whose steps stand in quotes: what else is said between the arrows are answers, or nothing of the flow.
pub(super) fn read_quoted(reader: &mut Reader<'_>, content: &Content) -> bool {
    let mut flow = Flow {
        quoted: true,
        ..Flow::default()
    };
    flow.arrows(reader, (content.from, content.to));
    let found = flow.nodes.len() >= 2 && !flow.links.is_empty();
    reader.brief.links = flow.links;
    found
}

/// "order: cart → payment": words before a colon that stands before the first arrow are the title; returns the run behind it.
fn untitled(reader: &mut Reader<'_>, run: Run) -> Run {
    const TITLE_TOKENS_MAX: usize = 6;
    let Some(arrow) = (run.0..run.1).find(|&at| reader.sep(at, Sep::Arrow)) else {
        return run;
    };
    let colon = (run.0 + 1..arrow).find(|&at| reader.sep(at, Sep::Colon));
    let Some(colon) = colon.filter(|&at| at - run.0 <= TITLE_TOKENS_MAX) else {
        return run;
    };
    let head = trim(reader, (run.0, colon));
    let plain = (head.0..head.1).all(|at| reader.tokens[at].is_wordlike() && !answers(reader, at));
    let titled = reader
        .brief
        .literals
        .iter()
        .any(|literal| literal.role == Role::Title);
    if head.0 >= head.1 || !plain || titled {
        return run;
    }
    emit(reader, head, Role::Title);
    (colon + 1, run.1)
}

/// Reads who eats whom; returns whether the prompt tells it.
pub(super) fn web(reader: &mut Reader<'_>, content: &Content) -> bool {
    let mut flow = Flow::default();
    let told = (content.from..content.to)
        .any(|at| EATS.contains(&reader.key(at)) || reader.key(at) == "eaten");
    if !told || !flow.statements(reader, (content.from, content.to)) {
        return false;
    }
    reader.brief.links = flow.links;
    true
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

    /// "received? damaged -> photo; wrong size -> label": a question, then clauses that each begin with the case they are for;
    /// returns whether the run is told so.
    fn cases(&mut self, reader: &mut Reader<'_>, run: Run) -> bool {
        let marks: Vec<usize> = (run.0..run.1)
            .filter(|&at| reader.sep(at, Sep::Mark))
            .collect();
        let [mark] = marks[..] else { return false };
        let answered = (run.0..run.1).any(|at| answers(reader, at));
        let cases: Vec<Vec<Run>> = clauses(reader, (mark + 1, run.1))
            .into_iter()
            .map(|clause| cut(reader, clause, |reader, at| reader.sep(at, Sep::Arrow)))
            .collect();
        if answered || cases.len() < 2 || cases.iter().any(|steps| steps.len() < 2) {
            return false;
        }
        self.chain(reader, (run.0, mark + 1));
        let Some(&question) = self.ends.last() else {
            return false;
        };
        for steps in cases {
            let label = emit(reader, trim(reader, steps[0]), Role::Label);
            self.ends.clear();
            self.pending = Some((question, label));
            for step in &steps[1..] {
                self.part(reader, *step);
            }
        }
        true
    }

    /// "A -> B -> ok? -> yes: C / no: D -> E".
    fn arrows(&mut self, reader: &mut Reader<'_>, run: Run) {
        if self.cases(reader, run) {
            return;
        }
        for clause in clauses(reader, run) {
            let pieces = cut(reader, clause, |reader, at| {
                reader.sep(at, Sep::Comma) || reader.sep(at, Sep::Mark)
            });
            // `"Paid?" no → "Remind"`: the mark of a question in quotes stands inside them.
            let pieces = pieces
                .into_iter()
                .flat_map(|piece| asked_off(reader, piece));
            for (n, piece) in pieces.collect::<Vec<_>>().into_iter().enumerate() {
                if is_instruction(reader, piece) {
                    continue;
                }
                let arrowed = (piece.0..piece.1).any(|at| reader.sep(at, Sep::Arrow));
                let source = self.links.last().map(|link| link.from);
                // "browse, add to cart, logged in? no -> …, pay": around a question, commas part steps in a row.
                let before = !(clause.0..piece.0).any(|at| reader.sep(at, Sep::Arrow));
                self.leads = n > 0 && (before || !arrowed && !self.questions.is_empty());
                if n > 0
                    && !self.leads
                    && !arrowed
                    && !answers(reader, trim(reader, piece).0)
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
        let answer = answers(reader, first);
        if !answer {
            let arms = std::mem::take(&mut self.arms);
            let joins = self.meets || matches!(reader.key(piece.0), "then" | "finally");
            // A question behind a question goes on from it.
            let asked = self.ends.last().is_some_and(|end| {
                self.questions
                    .last()
                    .is_some_and(|question| question.0 == *end && question.1.is_empty())
            });
            let fresh =
                !joins && !asked && !self.leads && !self.nodes.is_empty() && self.pending.is_none();
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
                    && answers(reader, at + 1)
            });
            // "Is there paper yes: call IT": the answer may follow its question without a mark.
            // "Yes → Dashboard No → Error": it may end what leads to the next arrow.
            let arrowed = |at: usize| at + 1 == part.1 && reader.sep(at + 1, Sep::Arrow);
            let open = !self.questions.is_empty();
            let sides: Vec<Run> = sides
                .into_iter()
                .flat_map(|side| {
                    let answer = (side.0 + 1..side.1).find(|&at| {
                        answers(reader, at)
                            && (reader.sep(at + 1, Sep::Colon) || open && arrowed(at))
                    });
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
        if self.quoted && !answers(reader, run.0) {
            let Some(quote) = (run.0..run.1).find(|&at| reader.tokens[at].quote().is_some()) else {
                return;
            };
            run = (quote, quote + 1);
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
        // "raining now -> yes: take umbrella": what has an answer is a question, with its mark or without.
        if alone
            && answers(reader, run.0)
            && self.questions.is_empty()
            && let Some(&asked) = self.ends.last()
        {
            self.questions.push((asked, Vec::new()));
        }
        if answers(reader, run.0) && (alone || opens) && !self.questions.is_empty() {
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

    /// Joins steps in a row that are told to turn back, and the last of each turn to where it goes.
    fn turn_back(&mut self, loops: &[(usize, usize)]) {
        if loops.is_empty() || !self.links.is_empty() {
            return;
        }
        let nodes: Vec<usize> = self.nodes.iter().map(|node| node.0).collect();
        for pair in nodes.windows(2) {
            self.link(pair[0], pair[1], None);
        }
        for &(from, to) in loops {
            self.link(nodes[from], nodes[to], None);
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
            .filter(|piece| {
                // "customer calls, …": what nothing follows leads nowhere.
                (piece.0 + 1..piece.1).any(|at| {
                    verb_at(reader, at).is_some_and(|verb| {
                        let next = at + verb.0;
                        next < piece.1 && !reader.is_sep(next)
                    })
                })
            })
            .count();
        let conditional = pieces
            .iter()
            .any(|piece| (piece.0..piece.1).any(|at| opens_condition(reader, at)));
        if told == 0 || told * 2 < pieces.len() || conditional {
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
