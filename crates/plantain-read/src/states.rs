//! Whether something is on or off, done or open: "Work on, Weekend off", "Read 20 pages done", "Meditate not done".

use crate::reader::{Reader, Use};
use crate::{Brief, Genre};

/// Words for a state that holds, lower case.
const HOLDS: &[&str] = &[
    "on",
    "enabled",
    "done",
    "checked",
    "ticked",
    "completed",
    "complete",
    "active",
    "selected",
    "packed",
    "bought",
    "finished",
    "an",
    "ein",
    "activé",
    "activada",
    "activado",
    "hecho",
    "hecha",
    "feito",
    "feita",
    "comprado",
    "fatto",
    "fatta",
    "gedaan",
    "klaar",
    "gotowe",
    "zrobione",
    "bitti",
    "tamam",
    "tamamlandı",
    "gekauft",
    "acheté",
    "сделано",
    "готово",
    "куплено",
    "зроблено",
    "виконано",
    "完成",
    "已完成",
    "済",
    "完了",
    "완료",
    "تم",
    "בוצע",
    "पूरा",
    "fait",
    "erledigt",
    "attivo",
    "aan",
    "activados",
    "activadas",
    "activés",
    "activées",
    "activée",
    "encendido",
    "encendidos",
    "encendidas",
    "encendida",
    "ativado",
    "ativada",
    "ligado",
    "ligada",
    "attiva",
    "attivi",
    "attive",
    "accesi",
    "accese",
    "ativados",
    "ativadas",
    "ligados",
    "ligadas",
    "acceso",
    "accesa",
    "włączone",
    "włączony",
    "włączona",
    "wł.",
    "açık",
    "вкл",
    "вкл.",
    "включено",
    "включен",
    "включена",
    "включены",
    "увімкнено",
    "увімкнений",
    "увімкнена",
    "مفعل",
    "مفعّل",
    "مفعلة",
    "פעיל",
    "פעילה",
    "דולק",
    "चालू",
    "开",
    "开启",
    "已开启",
    "打开",
    "オン",
    "有効",
    "켜짐",
    "켬",
    "✓",
    "✔",
    "✅",
    "x",
];
/// Words for a state that does not, lower case.
const LACKS: &[&str] = &[
    "off",
    "disabled",
    "not done",
    "undone",
    "unchecked",
    "unticked",
    "not completed",
    "incomplete",
    "inactive",
    "open",
    "pending",
    "todo",
    "to do",
    "missed",
    "aus",
    "désactivé",
    "desactivada",
    "desactivado",
    "disattivo",
    "uit",
    "desactivados",
    "desactivadas",
    "désactivés",
    "désactivées",
    "apagados",
    "apagadas",
    "apagado",
    "apagada",
    "desativado",
    "desativada",
    "desligado",
    "desligada",
    "désactivée",
    "disattivato",
    "disattivata",
    "spento",
    "spenta",
    "spenti",
    "spente",
    "disattivati",
    "disattivate",
    "desativados",
    "desativadas",
    "desligados",
    "desligadas",
    "wyłączone",
    "wyłączony",
    "wyłączona",
    "wył.",
    "kapalı",
    "выкл",
    "выкл.",
    "выключено",
    "выключен",
    "выключена",
    "выключены",
    "вимкнено",
    "вимкнений",
    "вимкнена",
    "معطل",
    "معطّل",
    "معطلة",
    "כבוי",
    "כבויה",
    "बंद",
    "关",
    "关闭",
    "已关闭",
    "オフ",
    "無効",
    "꺼짐",
    "끔",
    "✗",
    "❌",
    "⬜",
];

impl Brief {
    /// Returns the state that the prompt gives the first text that reads so, by the words right behind it.
    pub fn state_of(&self, text: &str) -> Option<bool> {
        let lower = text.to_lowercase();
        let literal = self
            .literals
            .iter()
            .find(|literal| literal.text.to_lowercase() == lower)?;
        // "[x] Water the ferns"
        let before = self
            .prompt
            .get(..literal.span.start)
            .unwrap_or("")
            .trim_end();
        let boxes = [
            ("[x]", true),
            ("[X]", true),
            ("[✓]", true),
            ("[ ]", false),
            ("[]", false),
        ];
        if let Some((_, on)) = boxes.iter().find(|(mark, _)| before.ends_with(mark)) {
            return Some(*on);
        }
        let behind = self.prompt.get(literal.span.end..)?;
        // "Bakery shift (Mon–Fri, on)": the state closes the bracket.
        let bracket = behind.trim_start().strip_prefix('(');
        let closing = bracket.and_then(|inside| inside.split(')').next()?.rsplit(',').next());
        if let Some(on) = closing.and_then(|word| state(&word.trim().to_lowercase())) {
            return Some(on);
        }
        let end = behind
            .find([
                ',', ';', '.', '\n', '/', '|', '，', '、', '。', '；', '،', '।',
            ])
            .unwrap_or(behind.len());
        let words = behind[..end]
            .trim_matches(|c: char| c.is_whitespace() || "():-–—[]".contains(c))
            .to_lowercase();
        state(words.strip_prefix("and ").unwrap_or(&words))
            .or_else(|| excepted(&self.prompt.to_lowercase(), &lower))
            .or_else(|| {
                let prompt = crate::outline::lowered(&self.prompt);
                let told = told_later(&prompt);
                let named = |span: &crate::Span| {
                    let mut names = prompt[span.clone()].split([',', '&']);
                    names.any(|name| name.split(" and ").any(|name| name.trim() == lower))
                };
                told.iter().find(|(span, _)| named(span)).map(|(_, on)| *on)
            })
    }
}

/// "Notifications is selected", "Pasta, Baking and Tacos selected": stretches of texts with a state behind them, and
/// whether it holds; `lower` is the prompt.
pub(crate) fn told_later(lower: &str) -> Vec<(crate::Span, bool)> {
    const STATES: &[(&str, bool)] = &[
        (" is selected", true),
        (" are selected", true),
        (" selected", true),
        (" is active", true),
        (" is highlighted", true),
        (" is ticked off", true),
        (" are ticked off", true),
        (" is checked", true),
        (" is checked off", true),
        (" is done", true),
        (" are done", true),
        (" is crossed out", true),
        (" is switched off", false),
        (" is off", false),
        (" are off", false),
    ];
    let mut found: Vec<(crate::Span, bool)> = Vec::new();
    for (words, on) in STATES {
        for (at, _) in lower.match_indices(words) {
            let end = at + words.len();
            let closed = lower[end..]
                .chars()
                .next()
                .is_none_or(|c| ".,;)\n".contains(c));
            let open = [". ", "; ", "\n", ": ", "(", "\""]
                .iter()
                .filter_map(|mark| lower[..at].rfind(mark).map(|i| i + mark.len()))
                .max()
                .unwrap_or(0);
            let text = lower[open..at].trim_start_matches("only ");
            let from = at - text.len();
            let named = !text.is_empty() && text.split_whitespace().count() <= NAMED_WORDS_MAX;
            let known = found
                .iter()
                .any(|(span, _)| span.end == at || span.start == from);
            if closed && named && !known {
                found.push((from..at, *on));
            }
        }
    }
    found
}

/// Words of the texts whose state is told behind them, at most.
const NAMED_WORDS_MAX: usize = 8;

/// "all on except Surf": the state of every line that is told at once, and of the one that it leaves out.
fn excepted(prompt: &str, text: &str) -> Option<bool> {
    let (on, at) = [("all on", true), ("all off", false)]
        .iter()
        .find_map(|(words, on)| Some((*on, prompt.find(words)? + words.len())))?;
    let end = prompt[at..]
        .find(['.', ';', '\n'])
        .map_or(prompt.len(), |end| at + end);
    let rest = &prompt[at..end];
    let out = ["except", "but"]
        .iter()
        .find_map(|word| Some(&rest[rest.find(word)?..]));
    let left_out = out.is_some_and(|out| out.contains(text));
    Some(on != left_out)
}

/// The state that a whole phrase tells.
pub(crate) fn state(words: &str) -> Option<bool> {
    let bare = words
        .strip_prefix("is ")
        .or_else(|| words.strip_prefix("are "))
        .or_else(|| words.strip_prefix("turned "))
        .unwrap_or(words);
    if HOLDS.contains(&bare) {
        Some(true)
    } else if LACKS.contains(&bare) {
        Some(false)
    } else {
        None
    }
}

/// Which of some lines a phrase means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    First(usize),
    Last(usize),
    /// Counted from 0.
    Nth(usize),
    All,
    Rest,
}

/// Marks the clauses that tick lines by their place ("first two ticked off", "2 of them done"): they are no line themselves.
pub(crate) fn claim(reader: &mut Reader<'_>) {
    let ticks = matches!(
        reader.brief.genre,
        Genre::MobileApp | Genre::WebPage | Genre::Settings | Genre::Checklist
    );
    if !ticks {
        return;
    }
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let open = |from: usize| {
            (from..end).all(|i| reader.is_free(i) && reader.tokens[i].quote().is_none())
        };
        // "… and Bread with two checked": the state may close the clause of the last line.
        let from = (at..end).find(|&from| {
            let leads = from == at || matches!(reader.key(from), "with" | "and" | "where");
            let words = reader.text(from, end).to_lowercase();
            // "3 of 4 done" is a text of its own besides.
            let tally = words.split_whitespace().nth(1) == Some("of")
                && words.starts_with(|c: char| c.is_ascii_digit());
            leads && !tally && open(from) && by_place(&words).is_some()
        });
        if let Some(from) = from {
            reader.mark(from, end, Use::Constraint);
        }
        at = end + 1;
    }
}

/// Lines meant by a whole phrase, and the state that it gives them.
fn by_place(phrase: &str) -> Option<(Which, bool)> {
    const COUNTS: &[&str] = &[
        "one", "two", "three", "four", "five", "six", "seven", "eight",
    ];
    const PLACES: &[&str] = &["first", "second", "third", "fourth", "fifth", "sixth"];
    const FILL: &[&str] = &[
        "with", "and", "where", "the", "of", "them", "is", "are", "already", "marked", "as",
        "being", "task", "tasks", "item", "items", "one", "ones", "box", "boxes", "habit",
        "habits", "todo", "todos", "entry", "entries", "toggle", "toggles", "switch", "switches",
        "only", "should", "be", "but", "while",
    ];
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let count = |word: &str| {
        let told = COUNTS.iter().position(|w| *w == word).map(|at| at + 1);
        told.or_else(|| word.parse().ok().filter(|n| (1..=20).contains(n)))
    };
    let (mut which, mut state_told) = (None, None);
    let mut at = 0;
    while at < words.len() {
        let word = words[at];
        let next = words.get(at + 1).and_then(|w| count(w));
        let ticked = match word {
            "ticked" | "checked" | "crossed" | "done" | "completed" | "complete" | "finished"
            | "on" | "enabled" => Some(true),
            "unticked" | "unchecked" | "off" | "open" | "disabled" | "undone" | "pending" => {
                Some(false)
            }
            _ => None,
        };
        // "ticked off" is done, "crossed out" as well; "3 of 5" are three.
        let fill = FILL.contains(&word)
            || state_told.is_some() && matches!(word, "off" | "out")
            || at > 0 && words[at - 1] == "of" && count(word).is_some();
        if ticked.is_some() && which.is_some() && state_told.is_none() {
            state_told = ticked;
        } else if which.is_none() && matches!(word, "first" | "top") {
            which = Some(Which::First(next.unwrap_or(1)));
            at += usize::from(next.is_some());
        } else if which.is_none() && matches!(word, "last" | "bottom" | "final") {
            which = Some(Which::Last(next.unwrap_or(1)));
            at += usize::from(next.is_some());
        } else if which.is_none() && matches!(word, "rest" | "others" | "remaining") {
            which = Some(Which::Rest);
        } else if which.is_none() && word == "all" {
            which = Some(Which::All);
        } else if let Some(place) = PLACES
            .iter()
            .position(|w| *w == word)
            .filter(|_| which.is_none())
        {
            which = Some(Which::Nth(place));
        } else if let Some(n) = count(word).filter(|_| which.is_none()) {
            which = Some(Which::First(n));
        } else if !fill {
            return None;
        }
        at += 1;
    }
    which.zip(state_told)
}

impl Brief {
    /// Returns which of `n` lines the prompt ticks by their place ("first two ticked off"); none where it tells nothing.
    pub fn states_by_place(&self, n: usize) -> Option<Vec<bool>> {
        let lower = self.prompt.to_lowercase();
        let mut told: Vec<(Which, bool)> = Vec::new();
        for clause in lower.split(['.', ',', ';', '\n', '(', ')', ':']) {
            let tails = [" with ", " where "]
                .iter()
                .filter_map(|mark| Some(&clause[clause.rfind(mark)?..]));
            let found = std::iter::once(clause)
                .chain(tails)
                .find_map(by_place)
                .or_else(|| {
                    // "first two done and the rest open"
                    let (before, behind) = clause.split_once(" and ")?;
                    told.extend(by_place(before));
                    by_place(behind)
                });
            told.extend(found);
        }
        if told.is_empty() {
            return None;
        }
        let usual = told.iter().any(|(_, state)| !*state) && told.iter().all(|(_, state)| !*state);
        let mut states = vec![usual; n];
        for (which, state) in &told {
            let range = match *which {
                Which::First(k) => 0..k.min(n),
                Which::Last(k) => n.saturating_sub(k)..n,
                Which::Nth(k) => k.min(n)..(k + 1).min(n),
                Which::All => 0..n,
                Which::Rest => {
                    let end = told.iter().find_map(|(w, _)| match w {
                        Which::First(k) => Some((*k).min(n)),
                        _ => None,
                    });
                    end.unwrap_or(0)..n
                }
            };
            states[range].fill(*state);
        }
        Some(states)
    }
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn places_tell_what_is_ticked() {
        for (prompt, texts, want) in [
            (
                "to-do app titled Today with five tasks: Buy milk, Call mum, Pay rent, Water plants, Book dentist. first two ticked off",
                5,
                [true, true, false, false, false],
            ),
            (
                "todo app, tasks: Milk, Eggs, Bread, Tea, Rice. 3 of 5 done",
                5,
                [true, true, true, false, false],
            ),
            (
                "todo list app, tasks: Milk, Eggs, Bread, Tea, Rice, last one unchecked",
                5,
                [true, true, true, true, false],
            ),
            (
                "to-do app, tasks: Milk, Eggs, Bread, Tea, Rice, second task checked",
                5,
                [false, true, false, false, false],
            ),
        ] {
            let brief = read(prompt);
            let items = brief
                .literals
                .iter()
                .filter(|l| l.role == crate::Role::Item);
            assert_eq!(items.count(), texts, "{prompt}: {:?}", brief.literals);
            assert_eq!(brief.states_by_place(5), Some(want.to_vec()), "{prompt}");
        }
        assert_eq!(
            read("todo app: Call two clients, Finish report").states_by_place(2),
            None
        );
    }

    #[test]
    fn states_stand_behind_their_names() {
        let alarms = "alarm app with alarms: 6:15 Gym on, 7:30 Work on, 9:00 Weekend off";
        for (prompt, text, want) in [
            (alarms, "Gym", Some(true)),
            (alarms, "Weekend", Some(false)),
            (alarms, "6:15", None),
            (
                "schermata impostazioni: Notifiche attive",
                "Notifiche",
                Some(true),
            ),
            ("设置页面:通知 开、位置 关", "通知", Some(true)),
            ("设置页面:通知 开、位置 关", "位置", Some(false)),
            (
                "설정 화면: 알림 켜짐, 다크 모드 꺼짐",
                "다크 모드",
                Some(false),
            ),
            (
                "экран настроек: уведомления вкл, геолокация выкл",
                "Геолокация",
                Some(false),
            ),
            (
                "ayarlar ekranı: bildirimler açık, konum kapalı",
                "Konum",
                Some(false),
            ),
        ] {
            assert_eq!(read(prompt).state_of(text), want, "{text}");
        }
    }
}
