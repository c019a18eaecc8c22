//! Speech that is told instead of quoted: "Sam asks if we still meet at 7, I say yes, running late".
//!
//! What somebody says about themselves is set as they would write it: "asks where her order is" becomes "Where is my
//! order?".

use super::Turn;
use crate::Span;
use crate::literals::capitalized;
use crate::outline::trimmed;

/// Words that tell that somebody speaks, and whether what follows is a question.
const VERBS: &[(&str, bool)] = &[
    ("asks", true),
    ("ask", true),
    ("asked", true),
    ("wonders", true),
    ("wants to know", true),
    ("says", false),
    ("say", false),
    ("said", false),
    ("replies", false),
    ("reply", false),
    ("replied", false),
    ("answers", false),
    ("answer", false),
    ("answered", false),
    ("writes", false),
    ("write", false),
    ("wrote", false),
    ("responds", false),
    ("respond", false),
    ("texts", false),
    ("text", false),
    ("tells", false),
    ("tell", false),
    ("adds", false),
    ("confirms", false),
    ("sends", false),
    ("send", false),
    ("apologises", false),
    ("explains", false),
];

/// Words for what a speaker is, which may stand before the name.
const PARTS: &[&str] = &[
    "customer", "agent", "user", "client", "support", "friend", "driver", "seller", "buyer", "the",
    "my", "our", "then", "and", "but", "so", "operator", "host", "guest",
];

/// Drawn signs that people send, by the words for them.
const SIGNS: &[(&str, &str)] = &[
    ("thumbs up", "👍"),
    ("thumb up", "👍"),
    ("heart", "❤️"),
    ("smiley", "🙂"),
    ("smile", "🙂"),
    ("laughing", "😂"),
    ("wave", "👋"),
    ("party", "🎉"),
];

/// A place where somebody begins to speak.
struct Start {
    /// From the words before the name on.
    at: usize,
    who: Span,
    me: bool,
    asks: bool,
    verb: Span,
}

/// The turns of a talk that is told in sentences.
pub(super) fn turns(prompt: &str, lower: &str) -> Vec<Turn> {
    if prompt.contains(['"', '“', '«', '„']) {
        return Vec::new();
    }
    let starts = starts(prompt, lower);
    let ends = starts
        .iter()
        .skip(1)
        .map(|next| next.at)
        .chain([prompt.len()]);
    starts
        .iter()
        .zip(ends)
        .filter_map(|(start, end)| turn(prompt, lower, start, end))
        .collect()
}

fn starts(prompt: &str, lower: &str) -> Vec<Start> {
    let words = words(prompt);
    let mut out: Vec<Start> = Vec::new();
    for n in 0..words.len() {
        let text = |n: usize| words.get(n).map_or("", |word| &lower[word.clone()]);
        let me = text(n) == "i";
        let he = matches!(text(n), "he" | "she" | "they");
        let capital = |n: usize| {
            words
                .get(n)
                .is_some_and(|word| prompt[word.clone()].starts_with(char::is_uppercase))
        };
        let named = capital(n) && !me && text(n).chars().all(char::is_alphabetic);
        if !me && !he && !named {
            continue;
        }
        let Some((len, asks)) = verb(lower, &words, n + 1) else {
            continue;
        };
        // "Customer Dana asks": what somebody is stands before the name.
        let mut first = n;
        while first > 0 && PARTS.contains(&text(first - 1)) && !closes(prompt, &words[first - 1]) {
            first -= 1;
        }
        let opens = first == 0 || closes(prompt, &words[first - 1]) || first < n || me;
        let before = out.last().map(|start: &Start| start.who.clone());
        let who = match before {
            Some(before) if he => before,
            None if he => continue,
            _ => words[n].clone(),
        };
        if opens {
            out.push(Start {
                at: words[first].start,
                who,
                me,
                asks,
                verb: words[n + 1].start..words[n + len].end,
            });
        }
    }
    out
}

/// The words of a prompt without the marks at their ends.
fn words(prompt: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut at = 0;
    for word in prompt.split([' ', '\n']) {
        let kept = word.trim_end_matches([',', '.', ';', ':', '!', '?', ')']);
        if !kept.is_empty() {
            out.push(at..at + kept.len());
        }
        at += word.len() + 1;
    }
    out
}

/// Whether a mark stands right behind a word.
fn closes(prompt: &str, word: &Span) -> bool {
    prompt[word.end..].starts_with([',', '.', ';', ':', '!', '?', '\n', ')'])
}

/// The verb of speaking at a word: its length in words, and whether it asks.
fn verb(lower: &str, words: &[Span], at: usize) -> Option<(usize, bool)> {
    VERBS.iter().find_map(|(verb, asks)| {
        let len = verb.split(' ').count();
        let last = words.get(at + len - 1)?;
        let first = words.get(at)?;
        (lower.get(first.start..last.end) == Some(*verb)).then_some((len, *asks))
    })
}

fn turn(prompt: &str, lower: &str, start: &Start, end: usize) -> Option<Turn> {
    let mut from = start.verb.end;
    let rest = &lower[from..end];
    // The sentence behind the speaker's own tells something else.
    let stop = rest
        .match_indices(['.', '!', '?', '\n'])
        .map(|(at, _)| at)
        .find(|&at| {
            rest[at + 1..].starts_with(char::is_whitespace) || rest.len() == at + 1 || {
                rest[at..].starts_with('\n')
            }
        })
        .unwrap_or(rest.len());
    let marked = rest[stop..].starts_with(['!', '?']);
    let mut to = from + stop + usize::from(marked);
    for lead in [" him", " her", " me", " them", " back", " us"] {
        let text = &lower[from..to];
        let pronoun = text.strip_prefix(lead).filter(|rest| {
            rest.starts_with([' ', ':'])
                && (lead != " her"
                    || [
                        " if", " that", " whether", " where", " when", " to", " what",
                    ]
                    .iter()
                    .any(|word| rest.starts_with(word)))
        });
        if pronoun.is_some() {
            from += lead.len();
        }
    }
    // ", and then": what leads on to the next speaker.
    loop {
        let text = lower[from..to].trim_end_matches([' ', ',', ';']);
        let cut = [" and", " then", " but", " while", " so"]
            .iter()
            .find_map(|word| text.strip_suffix(word));
        to = from + cut.unwrap_or(text).len();
        if cut.is_none() {
            break;
        }
    }
    let span = trimmed(prompt, from..to)?;
    let said = if marked { span.start..to } else { span };
    let text = &prompt[said.clone()];
    let sign = SIGNS
        .iter()
        .find(|(words, _)| {
            lower[start.verb.clone()].starts_with("send") && {
                let text = text.to_lowercase();
                text.contains(words) && text.split(' ').count() <= 4
            }
        })
        .map(|(_, sign)| (*sign).to_owned());
    let text = sign.unwrap_or_else(|| direct(text, start.asks, start.me));
    (!text.is_empty()).then(|| Turn {
        who: start.who.clone(),
        me: start.me,
        said,
        text: Some(text),
    })
}

/// Told words as they would be written.
fn direct(told: &str, asks: bool, me: bool) -> String {
    let mut words: Vec<String> = told.split_whitespace().map(str::to_owned).collect();
    let strip = |words: &mut Vec<String>, leads: &[&str]| {
        let led = words
            .first()
            .is_some_and(|word| leads.contains(&word.as_str()));
        if led {
            words.remove(0);
        }
        led
    };
    let open = strip(&mut words, &["if", "whether"]);
    strip(&mut words, &["that", ":"]);
    if !me {
        turned(&mut words);
    }
    if asks && open {
        inverted(&mut words);
    }
    let wh = words.first().is_some_and(|word| {
        matches!(
            word.as_str(),
            "where" | "when" | "what" | "who" | "how" | "why" | "which"
        )
    });
    let wants = asks && words.first().is_some_and(|word| word == "for");
    if wants {
        words.splice(0..1, ["Can".to_owned(), "I".to_owned(), "have".to_owned()]);
    }
    if asks && wh && words.len() > 2 {
        // "where my order is": a question has its verb in front.
        let last = words.pop().unwrap_or_default();
        let degree =
            words[0] == "how" && matches!(words[1].as_str(), "much" | "many" | "long" | "far");
        if matches!(last.as_str(), "is" | "are" | "was" | "were") {
            words.insert(if degree { 2 } else { 1 }, last);
        } else {
            words.push(last);
        }
    }
    let mut text = capitalized(&words.join(" "));
    if (asks && (open || wh || wants)) && !text.ends_with(['?', '!']) {
        text.push('?');
    }
    text
}

/// "we still meet at 7" is asked as "Do we still meet at 7", "we can meet" as "Can we meet".
fn inverted(words: &mut Vec<String>) {
    const FIRST: &[&str] = &[
        "am", "is", "are", "was", "were", "can", "could", "will", "would", "should", "have", "has",
        "may", "must",
    ];
    let lower = |word: &String| word.to_lowercase();
    let pronoun = words.first().is_some_and(|word| {
        matches!(
            lower(word).as_str(),
            "i" | "we" | "you" | "they" | "there" | "it"
        )
    });
    if !pronoun || words.len() < 2 {
        return;
    }
    if FIRST.contains(&lower(&words[1]).as_str()) {
        words.swap(0, 1);
    } else if !matches!(lower(&words[0]).as_str(), "it" | "there") {
        words.insert(0, "do".to_owned());
    }
}

/// "he is late" is "I am late" in the speaker's own words.
fn turned(words: &mut [String]) {
    for at in 0..words.len() {
        let next = words.get(at + 1).cloned().unwrap_or_default();
        let own = match words[at].as_str() {
            "he" | "she" => "I",
            "his" => "my",
            "her" if !next.is_empty() => "my",
            "him" | "her" => "me",
            "himself" | "herself" => "myself",
            "i" | "I" => "you",
            "my" => "your",
            "me" => "you",
            "am" if at > 0 && words[at - 1] == "you" => "are",
            "he's" | "she's" => "I’m",
            "he'll" | "she'll" => "I’ll",
            _ => continue,
        };
        words[at] = own.to_owned();
        if own == "I" && at + 1 < words.len() {
            let verb = match next.as_str() {
                "is" => "am".to_owned(),
                "has" => "have".to_owned(),
                "does" => "do".to_owned(),
                "was" => next,
                other => match other.strip_suffix("es") {
                    Some(stem) if stem.ends_with(['h', 's', 'x', 'o']) => stem.to_owned(),
                    _ => other.strip_suffix('s').unwrap_or(other).to_owned(),
                },
            };
            words[at + 1] = verb;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn told_speech_is_set_as_it_would_be_written() {
        for (prompt, want) in [
            (
                "chat app on phone: Sam asks if we still meet at 7, I say yes, running late. Sam sends a thumbs up",
                "Sam=Do we still meet at 7?|me=Yes, running late|Sam=👍",
            ),
            (
                "customer support chat window. Customer Dana asks where her order 5521 is, agent Leo says it left the warehouse this morning, Dana says great thanks. typing box at the bottom",
                "Dana=Where is my order 5521?|Leo=It left the warehouse this morning|Dana=Great thanks",
            ),
            (
                "messaging screen: Mum writes that she is on her way and I answer see you soon!",
                "Mum=I am on my way|me=See you soon!",
            ),
        ] {
            let brief = read(prompt);
            let found: Vec<String> = brief
                .pairs
                .iter()
                .map(|pair| format!("{}={}", pair.label_text, brief.literals[pair.value].text))
                .collect();
            assert_eq!(found.join("|"), want, "{prompt}");
        }
    }
}
