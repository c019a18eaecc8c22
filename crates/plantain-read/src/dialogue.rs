//! Reads a conversation that is written out, a line for each speaker: "Mia: are we still on for 7?".

mod dashed;
mod listed;
mod reported;

use crate::outline::{add, lowered, trimmed};
use crate::{Brief, Genre, Origin, Pair, Role, Span};

/// Words of a speaker's name, at most.
const NAME_WORDS_MAX: usize = 3;

/// A line with its speaker.
struct Turn {
    who: Span,
    /// Whether the one who writes the prompt speaks.
    me: bool,
    said: Span,
    /// The words as they are set, where the prompt only tells them.
    text: Option<String>,
}

/// Fills the lines of a chat where at least two are written with their speakers.
pub(crate) fn settle(brief: &mut Brief) {
    let talk = brief.genre == Genre::Chat
        || brief.genre == Genre::MobileApp
            && ["chat", "messag", "whatsapp", "conversation"]
                .iter()
                .any(|w| brief.heard().contains(w));
    if !talk {
        return;
    }
    if listed::conversations(brief) {
        return;
    }
    let mut turns = turns(&brief.prompt);
    if turns.len() < 2 {
        turns = listed::by_names(&brief.prompt);
    }
    if turns.len() < 2 {
        turns = dashed::turns(&brief.prompt);
    }
    if turns.len() < 2 {
        turns = reported::turns(&brief.prompt, &lowered(&brief.prompt));
    }
    if turns.len() < 2 {
        return;
    }
    let mut desk = Brief {
        prompt: brief.prompt.clone(),
        ..Brief::default()
    };
    let mut known: Vec<(String, usize)> = Vec::new();
    for turn in turns {
        let name = if turn.me {
            "me".to_string()
        } else {
            brief.prompt[turn.who.clone()].to_string()
        };
        let first = !turn.me && known.iter().all(|(known, _)| *known != name);
        if first {
            let at = add(&mut desk, turn.who, Role::Label);
            known.push((name.clone(), at));
        }
        let value = add(&mut desk, turn.said, Role::Quote);
        if let Some(text) = turn.text {
            desk.literals[value].text = text;
        }
        desk.pairs.push(Pair {
            label: first.then(|| known[known.len() - 1].1),
            label_text: name,
            value,
        });
    }
    let from = desk
        .literals
        .iter()
        .map(|l| l.span.start)
        .min()
        .unwrap_or(0);
    let to = desk.literals.iter().map(|l| l.span.end).max().unwrap_or(0);
    let outside = |span: &Span| span.end <= from || span.start >= to;
    // "channel #launch": the room has its name above the talk.
    let lower = crate::outline::lowered(&brief.prompt);
    let open = ["channel is #", "channel: #", "open #", "in #"]
        .iter()
        .find_map(|words| Some(lower.find(words)? + words.len() - 1));
    let room = open.or_else(|| lower.find('#')).map(|at| {
        let len = lower[at..]
            .find(|c: char| c.is_whitespace() || ":,;.)".contains(c))
            .unwrap_or(lower.len() - at);
        at..at + len
    });
    if let Some(room) = room.filter(|room| room.len() > 2 && outside(room)) {
        add(&mut desk, room, Role::Title);
    }
    let mut places: Vec<Option<usize>> = vec![None; brief.literals.len()];
    for (at, literal) in brief.literals.iter().enumerate() {
        let kept = literal.origin <= Origin::Introduced || literal.role == Role::Title;
        let known = desk.literals.iter().any(|l| l.span == literal.span);
        if outside(&literal.span) && kept && !known {
            places[at] = Some(desk.literals.len());
            desk.literals.push(literal.clone());
        }
    }
    // `group chat "Flat 3B" - Soraya: …`: what is quoted before the talk is whom or where one talks.
    let titled = desk.literals.iter().any(|l| l.role == Role::Title);
    let called = desk.literals.iter_mut().find(|l| {
        l.origin == Origin::Quoted
            && l.span.end <= from
            && !matches!(l.role, Role::Button | Role::Field | Role::Tab)
    });
    if let Some(literal) = called.filter(|_| !titled) {
        literal.role = Role::Title;
    }
    // The people beside the talk stay a list.
    brief.lists.retain_mut(|list| {
        let items: Option<Vec<usize>> = list.items.iter().map(|&at| places[at]).collect();
        list.items = items.unwrap_or_default();
        !list.items.is_empty()
    });
    brief.literals = desk.literals;
    brief.pairs = desk.pairs;
    brief.objects.retain(|o| outside(&o.span));
    brief.relations.clear();
    brief.described.retain(|d| outside(&d.span));
    brief.unread.retain(outside);
}

/// The turns of a prompt: on lines of their own, else between slashes or semicolons.
fn turns(prompt: &str) -> Vec<Turn> {
    let by = |mark: char| -> Vec<Turn> {
        let mut out = Vec::new();
        let mut start = 0;
        for piece in prompt.split(mark) {
            out.extend(turn(prompt, start..start + piece.len()));
            start += piece.len() + mark.len_utf8();
        }
        out
    };
    ['\n', '/', ';', '|']
        .into_iter()
        .map(by)
        .find(|turns| turns.len() >= 2)
        .unwrap_or_else(|| in_sentences(prompt))
}

/// "user: where is my order? bot: It ships tomorrow": speakers that open sentences of one line.
fn in_sentences(prompt: &str) -> Vec<Turn> {
    // Where the words before a name end, and where the name begins.
    let mut starts: Vec<(usize, usize)> = Vec::new();
    for (colon, _) in prompt.match_indices(": ") {
        // "Kundin Jana fragt: …": the verb and the word for the part are none of the name.
        let head = without_speech(&prompt[..colon]);
        let start = head.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let before = head[..start].trim_end();
        let before = before
            .rsplit_once(' ')
            .filter(|(_, part)| PARTS.contains(part))
            .map_or(before, |(before, _)| before);
        // A line may end in an emoji too.
        let emoji = before
            .chars()
            .next_back()
            .is_some_and(|c| c > '\u{2190}' && !c.is_alphanumeric() && !"“”„«»‘’".contains(c));
        let opens = before.is_empty()
            || emoji
            || before.ends_with(['.', '?', '!', ',', ':', '…', '"', '”', '“', '«', '»']);
        // "conversation with Priya: 'Are we still on?'": whom one talks with begins.
        let quoted = prompt[colon + 2..].starts_with(['"', '\'', '“', '„', '«', '‘']);
        let with = [" with", " mit", " con", " avec", " com", " met"];
        let opens = opens || quoted && with.iter().any(|word| before.ends_with(word));
        // "Support-Chat: …" tells what kind of talk it is.
        let kind = head[start..].to_lowercase().ends_with("chat");
        if opens && !kind && is_name(&head[start..]) {
            starts.push((before.len(), start));
        }
    }
    let ends = starts
        .iter()
        .skip(1)
        .map(|(end, _)| *end)
        .chain([prompt.len()]);
    starts
        .iter()
        .zip(ends)
        .filter_map(|((_, start), end)| {
            let line = prompt[*start..end].trim_end().trim_end_matches(',');
            let line = without_order(line);
            turn(prompt, *start..*start + line.len())
        })
        .collect()
}

fn turn(prompt: &str, line: Span) -> Option<Turn> {
    let text = &prompt[line.clone()];
    let (mut head, mut rest) = text.split_once(": ").or_else(|| text.split_once('：'))?;
    let mut from = line.start;
    // "chat: Mia: hi": the last name before the text speaks.
    if let Some((name, said)) = rest.split_once(": ")
        && is_name(name.trim())
        && !is_name(head.trim())
    {
        from += text.len() - rest.len();
        (head, rest) = (name, said);
    }
    let name = head.trim().trim_start_matches(['-', '•', '*', '>', ' ']);
    let name = without_verb(name);
    // `group chat "Flat 3B" - Soraya: …`: behind a dash the first of them speaks.
    let dashed = [" - ", " – ", " — "]
        .iter()
        .find_map(|mark| name.rsplit_once(mark))
        .map(|(_, last)| last);
    let name = match dashed.filter(|last| is_name(last)) {
        _ if is_name(name) => name,
        Some(last) => last,
        None => speaker(name)?,
    };
    let at = from + head.rfind(name)?;
    let end = line.end;
    let kept = closed_quote(rest.trim()).unwrap_or_else(|| unquoted(rest.trim()));
    let start = end - rest.len() + rest.find(kept)?;
    trimmed(prompt, start..start + kept.len())?;
    Some(Turn {
        who: at..at + name.len(),
        me: matches!(
            name.to_lowercase().as_str(),
            "me" | "i" | "myself" | "ich" | "yo" | "moi" | "io" | "eu" | "ik"
        ),
        said: start..start + kept.len(),
        text: None,
    })
}

/// A line without the quotes around the whole of it.
/// `"running". header shows Bea`: what the first quote of a line holds, where only orders follow.
fn closed_quote(text: &str) -> Option<&str> {
    let open = text.chars().next()?;
    let close = match open {
        '"' => '"',
        '“' | '„' => '”',
        '«' => '»',
        _ => return None,
    };
    let inner = &text[open.len_utf8()..];
    let end = inner.find(close)?;
    let rest = &inner[end + close.len_utf8()..];
    (end > 0 && rest.starts_with(['.', ',', ';'])).then_some(&inner[..end])
}

fn unquoted(text: &str) -> &str {
    const QUOTES: &[(char, char)] = &[
        ('"', '"'),
        ('“', '”'),
        ('„', '“'),
        ('„', '”'),
        ('«', '»'),
        ('»', '«'),
        ('‘', '’'),
        ('\'', '\''),
        ('「', '」'),
    ];
    let inner = QUOTES.iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(*open)?.strip_suffix(*close)?;
        (!inner.contains(*close) || *close == '\'').then_some(inner)
    });
    inner.unwrap_or(text).trim_matches(['"', '“', '”']).trim()
}

/// "thank you! message box below": a last sentence in small letters that speaks of the screen is none of the line.
fn without_order(line: &str) -> &str {
    const PARTS: &[&str] = &[
        "message box",
        "text box",
        "input",
        "typing",
        "text field",
        "send button",
        "background",
        "bubbles",
        "composer",
        "message field",
        "header",
        "theme",
        "style",
        "colors",
        "colours",
    ];
    let order = |stop: &usize| {
        let rest = &line[stop + 2..];
        rest.starts_with(char::is_lowercase) && PARTS.iter().any(|part| rest.contains(part))
    };
    let stops = [". ", "! ", "? "]
        .into_iter()
        .flat_map(|mark| line.match_indices(mark).map(|(at, _)| at));
    match stops.filter(order).min() {
        Some(stop) => &line[..=stop],
        None => line,
    }
}

/// Words with a capital for what a speaker is, before the name.
const PARTS: &[&str] = &[
    "Customer",
    "Agent",
    "Client",
    "User",
    "Support",
    "Kunde",
    "Kundin",
    "Berater",
    "Beraterin",
    "Cliente",
    "Agente",
    "Conseiller",
    "Conseillère",
    "Nutzer",
    "Nutzerin",
];

/// "Kundin Jana fragt", "agent Leo replies": a name without the verb behind it and the word for its part before it.
fn without_verb(head: &str) -> &str {
    let name = without_speech(head);
    match name.split_once(' ') {
        Some((part, rest)) if PARTS.contains(&part) && rest.starts_with(char::is_uppercase) => rest,
        _ => name,
    }
}

/// "Jana fragt": a name without the verb of speaking behind it.
fn without_speech(head: &str) -> &str {
    const VERBS: &[&str] = &[
        "asks",
        "says",
        "writes",
        "replies",
        "answers",
        "fragt",
        "sagt",
        "schreibt",
        "antwortet",
        "demande",
        "dit",
        "écrit",
        "répond",
        "pregunta",
        "dice",
        "escribe",
        "responde",
        "chiede",
        "scrive",
        "risponde",
        "pergunta",
        "diz",
        "vraagt",
        "zegt",
        "pyta",
        "mówi",
    ];
    VERBS
        .iter()
        .find_map(|verb| head.strip_suffix(verb)?.strip_suffix(' '))
        .unwrap_or(head)
}

/// "chat of a support team, customer Mara", "agent Joel": the name at the end, behind a word for what the speaker is.
fn speaker(head: &str) -> Option<&str> {
    const WORDS_BEFORE_MAX: usize = 2;
    const PARTS: &[&str] = &[
        "title",
        "header",
        "button",
        "placeholder",
        "style",
        "status",
        "group",
        "screen",
        "channel",
        "tab",
    ];
    let tail = head.rsplit([',', '.', ';']).next()?.trim();
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let before = tail.split_whitespace().take_while(|word| !capital(word));
    let before: Vec<&str> = before.collect();
    let start = tail.find(char::is_uppercase)?;
    let name = &tail[start..];
    let told = (1..=WORDS_BEFORE_MAX).contains(&before.len())
        && before.iter().all(|word| !PARTS.contains(word))
        && name.split_whitespace().all(capital);
    (told && is_name(name)).then_some(name)
}

fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let capital =
        text.starts_with(|c: char| c.is_uppercase() || c.is_alphabetic() && !c.is_lowercase());
    let other = matches!(
        text,
        "me" | "you"
            | "user"
            | "bot"
            | "ich"
            | "yo"
            | "moi"
            | "assistant"
            | "agent"
            | "customer"
            | "her"
            | "him"
            | "she"
            | "he"
            | "them"
            | "mum"
            | "mom"
            | "dad"
    );
    (1..=NAME_WORDS_MAX).contains(&words)
        && (capital || other)
        && !text.contains(|c: char| c.is_ascii_digit())
        && !matches!(
            text.to_lowercase().as_str(),
            "title"
                | "header"
                | "button"
                | "placeholder"
                | "style"
                | "group"
                | "status"
                | "chat"
                | "screen"
                | "messages"
        )
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn lines_belong_to_their_speakers() {
        for (prompt, said) in [
            (
                "whatsapp style chat\nMia: are we still on for 7?\nJo: yes! bringing dessert\nMia: what kind?\nJo: tiramisu",
                "Mia=are we still on for 7? Jo=yes! bringing dessert Mia=what kind? Jo=tiramisu",
            ),
            (
                "chat ui support bot: user: where is my order? bot: It ships tomorrow",
                "user=where is my order? bot=It ships tomorrow",
            ),
            (
                "chat window of a support team, customer Mara: it never arrived / agent Joel: order number? / Mara: 48213",
                "Mara=it never arrived Joel=order number? Mara=48213",
            ),
            (
                "Support-Chat: Kundin Jana fragt: \"Wann kommt mein Paket?\" Berater Tim: \"Es ist unterwegs.\" Jana: \"Danke!\"",
                "Jana=Wann kommt mein Paket? Tim=Es ist unterwegs. Jana=Danke!",
            ),
            (
                "team chat window. Priya: deck is final. Tom: great. Priya: thank you! message box below",
                "Priya=deck is final. Tom=great. Priya=thank you!",
            ),
            (
                "chat window, channel #ops, Ana: 'Build 214 is green', Tom: ‘Shipping at 5’",
                "Ana=Build 214 is green Tom=Shipping at 5",
            ),
            (
                "chat with Ivo: Ivo - did it ship? Me - yes, this morning. Ivo - great",
                "Ivo=did it ship? me=yes, this morning. Ivo=great",
            ),
            (
                "chat screen: Dad: Home soon? / Lea: 10 minutes / Dad: ok",
                "Dad=Home soon? Lea=10 minutes Dad=ok",
            ),
        ] {
            let brief = read(prompt);
            let found: Vec<String> = brief
                .pairs
                .iter()
                .map(|p| format!("{}={}", p.label_text, brief.literals[p.value].text))
                .collect();
            assert_eq!(found.join(" "), said, "{prompt}");
        }
    }

    #[test]
    fn a_line_may_end_in_an_emoji() {
        let brief = read(
            "chat between Mia and Jonas. Mia: did you feed the cat? Jonas: twice 😸 Mia: thank you!!",
        );
        let said: Vec<&str> = brief
            .pairs
            .iter()
            .map(|pair| brief.literals[pair.value].text.as_str())
            .collect();
        assert_eq!(said, ["did you feed the cat?", "twice 😸", "thank you!!"]);
    }
}
