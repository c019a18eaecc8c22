//! Reads screens with one tool on them: calculators, stopwatches, timers, quiz questions.

use crate::outline::{add, clauses, lowered, trimmed};
use crate::{Brief, Genre, Role, Span};

/// What a tool shows. Texts are indices into [`Brief::literals`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tool {
    Calculator {
        /// What is being reckoned ("1,248.50 ÷ 4").
        entry: Option<usize>,
        result: Option<usize>,
    },
    Stopwatch {
        time: Option<usize>,
        /// Name and time of each lap.
        laps: Vec<(usize, usize)>,
    },
    Timer {
        time: Option<usize>,
    },
    Quiz {
        question: Option<usize>,
        options: Vec<usize>,
        /// "3 of 10", with its numbers.
        progress: Option<(usize, u32, u32)>,
        /// Index into `options` of the one that is chosen.
        chosen: Option<usize>,
    },
}

/// Kinds of tools by the words that name them.
const CALCULATORS: &[&str] = &[
    "calculator",
    "taschenrechner",
    "calculadora",
    "calculatrice",
    "calcolatrice",
    "rekenmachine",
    "kalkulator",
    "hesap makinesi",
    "калькулятор",
    "计算器",
    "電卓",
    "계산기",
];
const STOPWATCHES: &[&str] = &[
    "stopwatch",
    "stoppuhr",
    "cronómetro",
    "chronomètre",
    "cronometro",
    "stoper",
    "kronometre",
    "секундомер",
    "秒表",
];
const TIMERS: &[&str] = &[
    "timer",
    "countdown",
    "pomodoro",
    "temporizador",
    "minuteur",
    "таймер",
    "计时器",
];
const QUIZZES: &[&str] = &[
    "quiz",
    "trivia",
    "multiple choice",
    "multiple-choice",
    "question screen",
    "cuestionario",
    "викторина",
];

/// Finds the tool of a screen.
pub(crate) fn settle(brief: &mut Brief) {
    let screen = matches!(brief.genre, Genre::MobileApp | Genre::WebPage | Genre::Form);
    let lower = lowered(&brief.prompt);
    let head_end = lower.find([',', ':', '\n', ';']).unwrap_or(lower.len());
    let named = |words: &[&str]| words.iter().any(|w| lower[..head_end].contains(w));
    if !screen || !brief.records.is_empty() {
        return;
    }
    let mut desk = Desk {
        brief: Brief {
            prompt: brief.prompt.clone(),
            ..Brief::default()
        },
        lower: lower.clone(),
    };
    let start = brief.genre_span.as_ref().map_or(0, |s| s.end);
    let tool = if named(CALCULATORS) && !lower[..head_end].contains("mortgage") {
        desk.calculator(start)
    } else if named(STOPWATCHES) {
        desk.stopwatch()
    } else if named(TIMERS) {
        let time = desk
            .times()
            .into_iter()
            .next()
            .map(|span| add(&mut desk.brief, span, Role::Time));
        Tool::Timer { time }
    } else if named(QUIZZES) {
        desk.quiz(start)
    } else if let Some(time) = desk.timed(brief) {
        Tool::Timer { time: Some(time) }
    } else {
        return;
    };
    // What an app that holds a timer says beside it is shown, too.
    let within_app = matches!(tool, Tool::Timer { .. }) && !named(TIMERS);
    let mut literals = desk.brief.literals;
    // Other texts stay, after those of the tool.
    let free = |span: &Span, known: &[crate::Literal]| !known.iter().any(|l| l.meets(span));
    for literal in &brief.literals {
        let shown = matches!(
            literal.role,
            Role::Title
                | Role::Button
                | Role::Brand
                | Role::Tab
                | Role::Subtitle
                | Role::Caption
                | Role::Value
        ) || literal.role == Role::Callout
            && literal.origin == crate::Origin::Introduced;
        let quoted = literal.origin == crate::Origin::Quoted;
        let within = within_app
            && matches!(
                literal.role,
                Role::Body | Role::Text | Role::Item | Role::Label | Role::Link | Role::Small
            );
        let kept = shown || quoted || within;
        if free(&literal.span, &literals) && kept && !tool_words(&literal.text) {
            literals.push(literal.clone());
        }
    }
    let pairs = if within_app {
        kept_pairs(brief, &literals)
    } else {
        Vec::new()
    };
    brief.literals = literals;
    brief.pairs = pairs;
    brief.lists.clear();
    brief.data.clear();
    brief.objects.clear();
    brief.relations.clear();
    brief.genre = Genre::MobileApp;
    brief.tool = Some(tool);
}

/// The pairs whose texts are among those that stay.
fn kept_pairs(brief: &Brief, literals: &[crate::Literal]) -> Vec<crate::Pair> {
    let place = |at: usize| {
        let span = &brief.literals[at].span;
        literals.iter().position(|literal| literal.span == *span)
    };
    let kept = brief.pairs.iter().filter_map(|pair| {
        Some(crate::Pair {
            label: pair.label.and_then(place),
            value: place(pair.value)?,
            label_text: pair.label_text.clone(),
        })
    });
    kept.collect()
}

/// Whether a text only names the tool.
fn tool_words(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.split_whitespace().count() <= 2
        && [CALCULATORS, STOPWATCHES, QUIZZES]
            .iter()
            .any(|words| words.iter().any(|w| lower.contains(w)))
        && text.starts_with(char::is_lowercase)
}

struct Desk {
    brief: Brief,
    lower: String,
}

impl Desk {
    fn add(&mut self, span: Span, role: Role) -> Option<usize> {
        trimmed(&self.brief.prompt, span).map(|span| add(&mut self.brief, span, role))
    }

    fn calculator(&mut self, from: usize) -> Tool {
        let part = |c: char| c.is_ascii_digit() || " .,+-−–×x*÷/=()%√^:".contains(c);
        let bytes = &self.lower[from..];
        let mut best: Option<Span> = None;
        let mut at = 0;
        while let Some(n) = bytes[at..].find(|c: char| c.is_ascii_digit() || c == '(' || c == '√')
        {
            let start = at + n;
            let end = start
                + bytes[start..]
                    .find(|c| !part(c))
                    .unwrap_or(bytes.len() - start);
            let text = bytes[start..end].trim_end_matches([' ', ',', '.', ':', '-', 'x']);
            let span = from + start..from + start + text.len();
            if text.contains(|c: char| c.is_ascii_digit())
                && best.as_ref().is_none_or(|b| b.len() < span.len())
            {
                best = Some(span);
            }
            at = end.max(start + 1);
            while at < bytes.len() && !bytes.is_char_boundary(at) {
                at += 1;
            }
        }
        let Some(span) = best else {
            return Tool::Calculator {
                entry: None,
                result: None,
            };
        };
        match self.lower[span.clone()].rfind('=') {
            Some(equals) => Tool::Calculator {
                entry: self.add(span.start..span.start + equals, Role::Text),
                result: self.add(span.start + equals + 1..span.end, Role::Value),
            },
            None => Tool::Calculator {
                entry: None,
                result: self.add(span, Role::Value),
            },
        }
    }

    /// Spans of times of a clock or a stopwatch, in order.
    fn times(&self) -> Vec<Span> {
        let mut out = Vec::new();
        let mut at = 0;
        while let Some(n) = self.lower[at..].find(|c: char| c.is_ascii_digit()) {
            let start = at + n;
            let rest = &self.lower[start..];
            let end = start
                + rest
                    .find(|c: char| !c.is_ascii_digit() && !":.,".contains(c))
                    .unwrap_or(rest.len());
            let text = self.lower[start..end].trim_end_matches([':', '.', ',']);
            if text.contains(':') || text.contains('.') && text.split('.').all(|p| p.len() <= 2) {
                out.push(start..start + text.len());
            }
            at = end;
        }
        out
    }

    /// "meditation app, timer showing 12:45": the time of a timer that an app holds beside a few words, and no lists.
    fn timed(&mut self, brief: &Brief) -> Option<usize> {
        const PAIRS_MAX: usize = 2;
        if brief.genre != Genre::MobileApp
            || !brief.lists.is_empty()
            || brief.pairs.len() > PAIRS_MAX
        {
            return None;
        }
        let clause = clauses(&self.lower, 0).into_iter().find(|clause| {
            let text = &self.lower[clause.clone()];
            TIMERS.iter().any(|word| text.contains(word)) && text.contains(':')
        })?;
        let within = |span: &Span| clause.start <= span.start && span.end <= clause.end;
        let span = self.times().into_iter().find(within)?;
        Some(add(&mut self.brief, span, Role::Time))
    }

    fn stopwatch(&mut self) -> Tool {
        let mut laps = Vec::new();
        let mut time = None;
        for span in self.times() {
            let before = self.lower[..span.start].trim_end_matches([' ', ':', '-', '–', '=', '(']);
            let name = ["lap", "runde", "vuelta", "tour", "giro", "split"]
                .iter()
                .find_map(|word| {
                    let at = before.rfind(word)?;
                    let number = before[at + word.len()..].trim();
                    (number.len() <= 2
                        && !number.is_empty()
                        && number.chars().all(|c| c.is_ascii_digit()))
                    .then_some(at)
                });
            match name {
                Some(at) => {
                    let end = before.len();
                    let name = add(&mut self.brief, at..end, Role::Label);
                    laps.push((name, add(&mut self.brief, span, Role::Value)));
                }
                None if time.is_none() => time = Some(add(&mut self.brief, span, Role::Time)),
                None => {
                    let value = add(&mut self.brief, span, Role::Value);
                    laps.push((value, value));
                }
            }
        }
        Tool::Stopwatch { time, laps }
    }

    fn quiz(&mut self, from: usize) -> Tool {
        let question = self.question(from);
        let behind = question.as_ref().map_or(from, |q| q.end);
        let options = self.options(behind);
        let progress = self.progress();
        let question = question.and_then(|span| {
            let inner = trimmed(&self.brief.prompt, span.clone())?;
            Some(add(&mut self.brief, inner.start..span.end, Role::Title))
        });
        let correct = [
            "correct answer ",
            "correct: ",
            "selected ",
            "chosen ",
            "highlighted ",
        ]
        .iter()
        .find_map(|lead| {
            let at = self.lower.find(lead)? + lead.len();
            options.iter().position(|o| {
                self.lower[at..]
                    .trim_start_matches([' ', ':', '"'])
                    .starts_with(&self.lower[o.clone()])
            })
        });
        let options = options
            .into_iter()
            .map(|span| add(&mut self.brief, span, Role::Item))
            .collect();
        let progress =
            progress.map(|(span, now, all)| (add(&mut self.brief, span, Role::Caption), now, all));
        Tool::Quiz {
            question,
            options,
            progress,
            chosen: correct,
        }
    }

    /// The sentence that ends in a question mark.
    fn question(&self, from: usize) -> Option<Span> {
        let mark = from + self.lower[from..].find(['?', '？'])?;
        let len = self.lower[mark..].chars().next().map_or(1, char::len_utf8);
        let start = self.lower[from..mark]
            .rfind([':', '\n', '"', '“', '„', ';', '!'])
            .map_or(from, |n| from + n + 1);
        let comma = self.lower[start..mark]
            .find(", ")
            .filter(|n| start == from && *n < 12)
            .map_or(start, |n| start + n + 1);
        let start = (comma..mark)
            .find(|at| self.lower.is_char_boundary(*at))
            .unwrap_or(mark);
        Some(start..mark + len)
    }

    /// "options Venus, Mercury, Mars, Earth", "A) Paris B) Rome".
    fn options(&self, from: usize) -> Vec<Span> {
        let lettered = self.lettered(from);
        if lettered.len() >= 2 {
            return lettered;
        }
        let lead = [
            "options are",
            "options",
            "answers",
            "choices",
            "antworten",
            "opciones",
            "respuestas",
            "réponses",
            "risposte",
            "opções",
        ]
        .iter()
        .filter_map(|w| self.lower[from..].find(w).map(|at| from + at + w.len()))
        .min()
        .unwrap_or(from);
        let end = self.lower[lead..]
            .find(['.', ';', '\n'])
            .map_or(self.lower.len(), |n| lead + n);
        let end = if end - lead < 3 {
            self.lower.len()
        } else {
            end
        };
        clauses(&self.lower[..end], lead)
            .into_iter()
            .flat_map(|span| {
                match self.lower[span.clone()]
                    .find(" and ")
                    .or(self.lower[span.clone()].find(" or "))
                {
                    Some(at) => {
                        let skip = if self.lower[span.start + at..].starts_with(" and ") {
                            5
                        } else {
                            4
                        };
                        vec![
                            span.start..span.start + at,
                            span.start + at + skip..span.end,
                        ]
                    }
                    None => vec![span],
                }
            })
            .filter_map(|span| {
                let cut = ["and ", "or "]
                    .iter()
                    .find(|w| self.lower[span.clone()].starts_with(**w))
                    .map_or(0, |w| w.len());
                trimmed(&self.brief.prompt, span.start + cut..span.end)
            })
            .take_while(|span| {
                let text = &self.lower[span.clone()];
                !text.starts_with("question ")
                    && !text.contains("progress")
                    && !text.contains("score")
                    && !text.contains("background")
                    && !text.contains("theme")
                    && text.split_whitespace().count() <= 8
            })
            .take(6)
            .collect()
    }

    fn lettered(&self, from: usize) -> Vec<Span> {
        let mut marks = Vec::new();
        for (at, _) in self.lower[from..].char_indices() {
            let at = from + at;
            let letter = char::from(b'a' + (marks.len() as u8).min(25));
            let opens = self.lower[..at].ends_with([' ', '\n', ',', '(', ':']);
            let rest = &self.lower[at..];
            if opens && rest.starts_with(letter) && rest[1..].starts_with([')', '.', ':']) {
                marks.push(at);
            }
        }
        marks
            .iter()
            .enumerate()
            .filter_map(|(n, at)| {
                let end = marks.get(n + 1).copied().unwrap_or_else(|| {
                    self.lower[*at + 2..]
                        .find(['\n', '.', ',', ';'])
                        .map_or(self.lower.len(), |e| at + 2 + e)
                });
                trimmed(&self.brief.prompt, at + 2..end)
            })
            .collect()
    }

    /// "question 3 of 10", "3/10".
    fn progress(&self) -> Option<(Span, u32, u32)> {
        for joint in [" of ", "/", " von ", " de ", " sur ", " di "] {
            for (at, _) in self.lower.match_indices(joint) {
                let before: String = self.lower[..at]
                    .chars()
                    .rev()
                    .take_while(char::is_ascii_digit)
                    .collect();
                let before: String = before.chars().rev().collect();
                let after: String = self.lower[at + joint.len()..]
                    .chars()
                    .take_while(char::is_ascii_digit)
                    .collect();
                if let (Ok(now), Ok(all)) = (before.parse::<u32>(), after.parse::<u32>())
                    && now <= all
                    && all <= 100
                {
                    let head = &self.lower[..at - before.len()];
                    let word = ["question ", "frage ", "pregunta ", "domanda "]
                        .iter()
                        .find(|w| head.ends_with(**w))
                        .map_or(0, |w| w.len());
                    return Some((
                        at - before.len() - word..at + joint.len() + after.len(),
                        now,
                        all,
                    ));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Tool;
    use crate::read;

    #[test]
    fn tools_show_what_was_asked() {
        for (prompt, said) in [
            (
                "mobile calculator app showing 1,248.50 ÷ 4 = 312.125",
                "1,248.50 ÷ 4 | 312.125",
            ),
            ("calculator app ui, dark, display 42", " | 42"),
            (
                "stopwatch screen with laps: Lap 1 00:58.21, Lap 2 01:02.44, running at 03:00.55",
                "03:00.55 | Lap 1=00:58.21 | Lap 2=01:02.44",
            ),
            ("pomodoro timer app 24:59 left, button Pause", "24:59"),
            (
                "meditation app screen, timer showing 12:45 in a ring, session 'Evening calm'",
                "12:45",
            ),
            (
                "quiz app question screen: Which planet is closest to the sun? options Venus, Mercury, Mars, Earth. question 3 of 10",
                "Which planet is closest to the sun? | Venus | Mercury | Mars | Earth | question 3 of 10",
            ),
            (
                "trivia app screen \"Who wrote Faust?\" A) Goethe B) Schiller C) Heine",
                "Who wrote Faust? | Goethe | Schiller | Heine",
            ),
        ] {
            let brief = read(prompt);
            let text = |at: usize| brief.literals[at].text.clone();
            let some = |at: Option<usize>| at.map(text).unwrap_or_default();
            let found = match brief.tool.clone().expect(prompt) {
                Tool::Calculator { entry, result } => vec![some(entry), some(result)],
                Tool::Timer { time } => vec![some(time)],
                Tool::Stopwatch { time, laps } => std::iter::once(some(time))
                    .chain(
                        laps.iter()
                            .map(|(a, b)| format!("{}={}", text(*a), text(*b))),
                    )
                    .collect(),
                Tool::Quiz {
                    question,
                    options,
                    progress,
                    ..
                } => std::iter::once(some(question))
                    .chain(options.iter().map(|o| text(*o)))
                    .chain(progress.map(|p| text(p.0)))
                    .collect(),
            };
            assert_eq!(found.join(" | "), said, "{prompt}");
        }
    }
}
