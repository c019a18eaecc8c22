//! What a prompt says about a screen behind its texts: wishes in sentences of their own, and texts that are named once more.

use crate::{Brief, Genre, Origin, Role, Span};

/// Quotes beside which loose sentences are taken for wishes, at least.
const QUOTES_MIN: usize = 3;
/// Words of a wish, at most.
const WORDS_MAX: usize = 7;

/// Words of a German wish, at least.
const GERMAN_WORDS_MIN: usize = 4;

/// Takes out what steers the screen and what is only named again, and parts what "or" and "and" join on buttons.
pub(crate) fn settle(brief: &mut Brief) {
    if !super::is_interface(brief.genre) || !brief.records.is_empty() {
        return;
    }
    named_again(brief);
    loose_sentences(brief);
    asked_for(brief);
    shown_parts(brief);
    manners(brief);
    with_units(brief);
    counted_heads(brief);
    then_leads(brief);
    part_leads(brief);
    capital_parts(brief);
    labelled_button(brief);
    captions_last(brief);
    twin_buttons(brief);
}

/// "… Notifications is selected", "feta is ticked off": the words before the state were told before.
fn named_again(brief: &mut Brief) {
    let lower = crate::outline::lowered(&brief.prompt);
    let spoken: Vec<Span> = crate::states::told_later(&lower)
        .into_iter()
        .map(|(span, _)| span)
        .collect();
    let quotes: Vec<(String, usize)> = brief
        .literals
        .iter()
        .filter(|l| l.origin == Origin::Quoted)
        .map(|l| (l.text.clone(), l.span.end))
        .collect();
    // 「牛乳を買う」は完了済み: a quote that is told once more, to say something of it.
    brief.remove_literals(|literal| {
        literal.origin == Origin::Quoted
            && matches!(literal.role, Role::Subtitle | Role::Body)
            && quotes
                .iter()
                .any(|(text, end)| *text == literal.text && *end < literal.span.start)
    });
    // "one of them, Street Low, has a SALE tag": an item that is named once more, to say something of it.
    let items: Vec<(String, usize)> = brief
        .literals
        .iter()
        .filter(|l| l.role == Role::Item)
        .map(|l| (l.text.clone(), l.span.end))
        .collect();
    brief.remove_literals(|literal| {
        literal.origin == Origin::Inferred
            && matches!(literal.role, Role::Title | Role::Subtitle | Role::Body)
            && items
                .iter()
                .any(|(text, end)| *text == literal.text && *end < literal.span.start)
    });
    for literal in &mut brief.literals {
        let stem = [" tag", " badge", " sticker", " ribbon"]
            .iter()
            .find_map(|word| literal.text.strip_suffix(word))
            .filter(|stem| stem.chars().all(char::is_uppercase) && stem.len() > 1);
        if let Some(len) = stem
            .map(str::len)
            .filter(|_| literal.origin == Origin::Inferred)
        {
            literal.text.truncate(len);
            literal.span.end = literal.span.start + len;
            literal.role = Role::Badge;
        }
    }
    let first = brief.literals.iter().map(|l| l.span.end).min();
    brief.remove_literals(|literal| {
        literal.origin != Origin::Quoted
            && first.is_some_and(|end| end <= literal.span.start)
            && spoken.iter().any(|span| literal.meets(span))
    });
}

/// "… Cores vibrantes, rosa e laranja": beside quoted texts, a sentence that goes on in small letters is a wish.
fn loose_sentences(brief: &mut Brief) {
    let quotes = brief.literals.iter().filter(|l| l.origin == Origin::Quoted);
    let chat = matches!(brief.genre, Genre::Chat | Genre::Inbox | Genre::Form);
    if quotes.count() < QUOTES_MIN || chat {
        return;
    }
    let paired: Vec<usize> = brief
        .pairs
        .iter()
        .flat_map(|pair| pair.label.into_iter().chain([pair.value]))
        .collect();
    let listed: Vec<usize> = brief.lists.iter().flat_map(|l| l.items.clone()).collect();
    let prompt = brief.prompt.clone();
    let german = brief.language.0 == "de";
    let wishes: Vec<Span> = (0..brief.literals.len())
        .filter(|at| !paired.contains(at) && !listed.contains(at))
        .map(|at| &brief.literals[at])
        .filter(|literal| {
            let role = matches!(
                literal.role,
                Role::Subtitle | Role::Body | Role::Text | Role::Item | Role::Title
            );
            role && literal.origin == Origin::Inferred && steers(&prompt, &literal.span, german)
        })
        .map(|literal| literal.span.clone())
        .collect();
    brief.remove_literals(|literal| wishes.contains(&literal.span));
}

/// "header shows Bea and online": what a part shows is told, not printed.
fn shown_parts(brief: &mut Brief) {
    const PARTS: &[&str] = &[
        "cover", "album", "image", "photo", "picture", "artwork", "big", "large", "small", "map",
    ];
    let colors = brief.language.0.clone();
    let quoted = brief.literals.iter().any(|l| l.origin == Origin::Quoted);
    // "album cover big": a part and its size; "burbujas verdes y blancas": its colours.
    let described = |text: &str| {
        let lower = text.to_lowercase();
        lower.split(' ').count() > 1 && lower.split(' ').all(|word| PARTS.contains(&word))
            || colors != "en"
                && !lower.contains(' ')
                && text.starts_with(char::is_lowercase)
                && crate::colors::named(&lower, &colors).is_some()
    };
    brief.remove_literals(|literal| {
        literal.origin != Origin::Quoted
            && (literal.text.starts_with("shows ") || quoted && described(&literal.text))
    });
    // "storage bar says 6.2 GB": the part that says it is no name of the figure.
    for pair in &mut brief.pairs {
        for verb in [" bar says", " says", " reads", " shows"] {
            if pair.label.is_none() && pair.label_text.ends_with(verb) {
                pair.label_text.truncate(pair.label_text.len() - verb.len());
            }
        }
    }
}

/// "82 in a ring", "4 on in green": how a figure is shown is none of its words.
fn manners(brief: &mut Brief) {
    const MANNERS: &[&str] = &[
        " in a ring",
        " in a circle",
        " as a ring",
        " in a gauge",
        " on a gauge",
        " as a gauge",
        " in big letters",
        " in large letters",
        " in big type",
        " in large type",
        " in big numbers",
        " in bold",
        " in green",
        " in red",
        " in the middle",
        " in the center",
        " in the centre",
        " at the top",
        " at the bottom",
    ];
    // "12:30 elapsed", "-28:15 left": the times at both ends of a bar.
    for literal in &mut brief.literals {
        let tail = [" elapsed", " left", " remaining", " played"]
            .iter()
            .find(|tail| literal.text.ends_with(**tail));
        let clock = literal
            .text
            .trim_start_matches('-')
            .split(' ')
            .next()
            .is_some_and(|word| {
                word.contains(':') && word.chars().all(|c| c.is_ascii_digit() || c == ':')
            });
        if let Some(tail) = tail.filter(|_| clock && literal.origin != Origin::Quoted) {
            literal.text.truncate(literal.text.len() - tail.len());
            literal.span.end -= tail.len();
            literal.role = Role::Time;
        }
    }
    for literal in &mut brief.literals {
        let plain = literal.origin != Origin::Quoted && literal.span.len() == literal.text.len();
        let figure = literal.text.starts_with(|c: char| !c.is_alphabetic());
        let lower = literal.text.to_lowercase();
        let manner = MANNERS.iter().find(|manner| lower.ends_with(**manner));
        if let Some(manner) = manner.filter(|_| plain && figure) {
            literal.text.truncate(literal.text.len() - manner.len());
            literal.span.end -= manner.len();
        }
    }
}

/// "四个商品卡片：", "Dört ürün: …": words that count what is listed behind their colon head no page.
fn counted_heads(brief: &mut Brief) {
    let prompt = brief.prompt.clone();
    let language = brief.language.0.clone();
    let first = brief.lists.iter().flat_map(|list| &list.items).min();
    let items = first.map_or(0, |at| brief.literals[*at].span.start);
    brief.remove_literals(|literal| {
        let behind = prompt[literal.span.end..].trim_start();
        let heads = behind.starts_with([':', '：'])
            || behind.starts_with(['.', '。']) && literal.span.start <= items;
        let loose = literal.origin == Origin::Inferred
            && matches!(literal.role, Role::Title | Role::Subtitle | Role::Body);
        heads && loose && is_counted(&literal.text, &language)
    });
}

/// Whether a short text begins with a number in words of its language and goes on with small ones: "Dört ürün", "四个卡片".
fn is_counted(text: &str, language: &str) -> bool {
    const WORDS_MAX: usize = 3;
    let english = crate::english(text, language);
    let mut words = english.split_whitespace();
    let counted = words.next().is_some_and(|word| {
        crate::numbers::simple(word).is_some() || word.bytes().all(|b| b.is_ascii_digit())
    });
    let small = text
        .split_whitespace()
        .skip(1)
        .all(|word| word.chars().all(|c| !c.is_uppercase()));
    counted && small && text.split_whitespace().count() <= WORDS_MAX
}

/// "I dont want it to look crowded", "make it clear": what is said to who draws is no text of the screen.
fn asked_for(brief: &mut Brief) {
    const LEADS: &[&str] = &[
        "i want ",
        "i dont ",
        "i don't ",
        "i don’t ",
        "i do not ",
        "i'd like ",
        "i would like ",
        "i need ",
        "we want ",
        "make it ",
        "keep it ",
        "it should ",
        "should be ",
        "should look ",
        "needs to ",
        "please ",
        "lots of whitespace",
        "lots of white space",
        "plenty of ",
        "no clutter",
        "nothing fancy",
    ];
    // "3x3 grid of pots", "copy / thumbs icons": how a part is laid out and what it is drawn with.
    let laid = |text: &str| {
        let lower = text.to_lowercase();
        let grid = lower.split_once('x').is_some_and(|(across, down)| {
            let digits = |side: &str| {
                (1..=2).contains(&side.len()) && side.bytes().all(|b| b.is_ascii_digit())
            };
            digits(across) && digits(down)
        });
        let pictured = [
            "big illustration",
            "large illustration",
            "illustration of",
            "big photo",
            "large photo",
            "photo of",
            "picture of",
            "drawing of",
        ];
        grid || pictured.iter().any(|lead| lower.starts_with(lead))
            || lower.ends_with(" icons")
            || lower.ends_with(" indicator")
    };
    brief.remove_literals(|literal| literal.origin != Origin::Quoted && laid(&literal.text));
    brief.remove_literals(|literal| {
        let lower = literal.text.to_lowercase();
        literal.origin == Origin::Inferred
            && !matches!(literal.role, Role::Button | Role::Quote)
            && LEADS.iter().any(|lead| lower.starts_with(lead))
    });
    // "that does bookkeeping": the verb is no animal.
    let verb = |words: &str| ["that does", "it does", "which does", "who does"].contains(&words);
    let verbs: Vec<String> = brief
        .objects
        .iter()
        .filter(|object| verb(&object.words.to_lowercase()))
        .map(|object| object.noun.clone())
        .collect();
    brief.objects.retain(|object| !verbs.contains(&object.noun));
    brief.topic.retain(|topic| !verbs.contains(topic));
    // "M T W T F S S. title This week": the stop ends the sentence, and no letter.
    let letters: Vec<usize> = brief
        .lists
        .iter()
        .filter(|list| list.items.len() == 7)
        .flat_map(|list| list.items.clone())
        .collect();
    for at in letters {
        let literal = &mut brief.literals[at];
        if literal.text.len() == 2 && literal.text.ends_with('.') {
            literal.text.pop();
            literal.span.end -= 1;
        }
    }
}

/// "650 m": a unit behind a figure is part of it, and no name.
fn with_units(brief: &mut Brief) {
    let units = &crate::lexicon::lexicon().units;
    let found: Vec<(usize, usize)> = brief
        .pairs
        .iter()
        .enumerate()
        .filter(|(_, pair)| pair.label.is_none())
        .filter_map(|(n, pair)| {
            let unit = pair.label_text.to_lowercase();
            let end = brief.literals[pair.value].span.end;
            let behind = brief.prompt.get(end..)?.strip_prefix(' ')?;
            let follows = behind
                .get(..unit.len())
                .is_some_and(|word| word.eq_ignore_ascii_case(&unit));
            (units.contains_key(unit.as_str()) && follows && unit.len() <= 3)
                .then_some((n, end + 1 + unit.len()))
        })
        .collect();
    for (n, end) in found.into_iter().rev() {
        let at = brief.pairs.remove(n).value;
        let literal = &mut brief.literals[at];
        literal.span.end = end;
        literal.text = brief.prompt[literal.span.clone()].to_owned();
    }
}

/// Whether a stretch opens a sentence with its only capital, and holds no figure.
fn steers(prompt: &str, span: &Span, german: bool) -> bool {
    let before = prompt[..span.start].trim_end();
    let opens = before.ends_with(['.', '!', '?', '。'])
        || before
            .strip_suffix(['"', '”', '»', '\''])
            .is_some_and(|inner| inner.ends_with(['.', '!', '?']));
    let text = &prompt[span.clone()];
    let mut words = text.split_whitespace();
    let capital = words.next().is_some_and(|word| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    });
    let count = text.split_whitespace().count();
    // German nouns have capitals in any sentence.
    let small = german && count >= GERMAN_WORDS_MIN
        || words.all(|word| word.chars().all(|c| !c.is_uppercase()));
    opens
        && capital
        && small
        && count <= WORDS_MAX
        && !text.contains(|c: char| c.is_ascii_digit() || "?!".contains(c))
}

/// "heading We use cookies", "text Some are needed": small words for a part right before its text are none of it.
fn part_leads(brief: &mut Brief) {
    const LEADS: &[&str] = &[
        "heading ",
        "text ",
        "message ",
        "message is ",
        "header ",
        "tiny ",
    ];
    for literal in &mut brief.literals {
        let Some(told) = brief.prompt.get(literal.span.clone()) else {
            continue;
        };
        let lead = LEADS.iter().filter(|lead| {
            told.strip_prefix(**lead)
                .is_some_and(|rest| rest.starts_with(char::is_uppercase))
        });
        let Some(lead) = lead.max_by_key(|lead| lead.len()) else {
            continue;
        };
        if literal.origin != Origin::Quoted && told.len() == literal.text.len() {
            literal.text.drain(..lead.len());
            literal.span.start += lead.len();
            match *lead {
                "heading " | "header " => literal.role = Role::Title,
                "tiny " => literal.role = Role::Link,
                _ if literal.role == Role::Title => literal.role = Role::Subtitle,
                _ => {}
            }
        }
    }
}

/// `… "See you." Buttons "Reply" and "Forward"`: a word for parts that opens a sentence, with its texts behind.
fn capital_parts(brief: &mut Brief) {
    const PARTS: &[(&str, Role)] = &[
        ("Buttons", Role::Button),
        ("Button", Role::Button),
        ("Links", Role::Link),
        ("Link", Role::Link),
        ("Tabs", Role::Tab),
        ("Server name", Role::Brand),
        ("Brand", Role::Brand),
        ("Logo text", Role::Brand),
    ];
    let quotes = crate::quotes::find(&brief.prompt, &[]);
    let mut open: Option<(Role, usize)> = None;
    for quoted in quotes {
        let before = brief.prompt[..quoted.outer.start].trim_end_matches([' ', ':']);
        let named = PARTS.iter().find(|(word, _)| before.ends_with(word));
        let role = match (named, open) {
            (Some((word, role)), _) => {
                let word = before.len() - word.len()..before.len();
                brief.remove_literals(|l| l.origin != Origin::Quoted && l.meets(&word));
                *role
            }
            (None, Some((role, end))) => {
                let gap = &brief.prompt[end..quoted.outer.start];
                let joined = gap
                    .split([' ', ',', '&', '/'])
                    .all(|word| matches!(word, "" | "and" | "or"));
                if !joined || matches!(role, Role::Brand) {
                    open = None;
                    continue;
                }
                role
            }
            _ => continue,
        };
        open = Some((role, quoted.outer.end));
        let known = brief
            .literals
            .iter_mut()
            .find(|l| l.span == quoted.inner && l.origin == Origin::Quoted);
        if let Some(literal) = known {
            literal.role = role;
        }
    }
}

/// "…, then Work email": the order in which things are told is none of their words.
fn then_leads(brief: &mut Brief) {
    for literal in &mut brief.literals {
        let plain = literal.origin != Origin::Quoted && literal.span.len() == literal.text.len();
        let lead = ["then ", "and then "]
            .iter()
            .find(|lead| literal.text.starts_with(**lead));
        let Some(lead) = lead.filter(|_| plain) else {
            continue;
        };
        literal.text.drain(..lead.len());
        literal.span.start += lead.len();
        let last = literal.text.rsplit(' ').next().unwrap_or_default();
        if super::fields::is_form(brief.genre) && super::asks_for(&last.to_lowercase()) {
            literal.role = Role::Field;
        }
    }
}

/// `Save button bottom right says "Save changes"`: the words before the control only tell which one it is.
fn labelled_button(brief: &mut Brief) {
    const SAYS: &[&str] = &["says", "saying", "reads", "labelled", "labeled", "called"];
    let lower = crate::outline::lowered(&brief.prompt);
    let buttons: Vec<Span> = brief
        .literals
        .iter()
        .filter(|l| l.role == Role::Button && l.origin == Origin::Quoted)
        .map(|l| l.span.clone())
        .collect();
    brief.remove_literals(|literal| {
        literal.role == Role::Button
            && literal.origin != Origin::Quoted
            && buttons.iter().any(|next| {
                let between = lower.get(literal.span.end..next.start).unwrap_or(".");
                let mut words = between.split(|c: char| !c.is_alphanumeric());
                words.any(|word| SAYS.contains(&word))
                    && between.trim_start().starts_with("button")
                    && !between.contains(['.', ';', '\n'])
            })
    });
}

/// "… API keys. Save changes": what buttons usually say, told after all rows, is pressed.
fn captions_last(brief: &mut Brief) {
    let rows = matches!(
        brief.genre,
        Genre::Settings | Genre::MobileApp | Genre::Form
    );
    let Some(last) = brief.literals.len().checked_sub(1) else {
        return;
    };
    let paired = |at: usize| {
        let mut pairs = brief.pairs.iter();
        pairs.any(|pair| pair.value == at || pair.label == Some(at))
    };
    let opens = |span: &Span| {
        let before = brief.prompt[..span.start].trim_end();
        before.ends_with(['.', ',', '\n', ';'])
    };
    let from = last.saturating_sub(1);
    let pushed: Vec<usize> = (from..=last)
        .filter(|&at| {
            let literal = &brief.literals[at];
            rows && literal.origin != Origin::Quoted
                && matches!(
                    literal.role,
                    Role::Item | Role::Body | Role::Subtitle | Role::Label
                )
                && crate::is_caption(&literal.text)
                && !paired(at)
                && opens(&literal.span)
        })
        .collect();
    for at in pushed {
        brief.literals[at].role = Role::Button;
        for list in &mut brief.lists {
            list.items.retain(|item| *item != at);
        }
    }
}

/// "two buttons, Log in and Continue as guest", "button Cancel plan and a normal one Update card": one text for two buttons.
fn twin_buttons(brief: &mut Brief) {
    let lower = crate::outline::lowered(&brief.prompt);
    for at in 0..brief.literals.len() {
        let literal = brief.literals[at].clone();
        let plain = literal.origin != Origin::Quoted && literal.span.len() == literal.text.len();
        let before = lower[..literal.span.start]
            .trim_end_matches(|c: char| c.is_whitespace() || ",:".contains(c));
        let many = before.ends_with("buttons");
        let text = &lower[literal.span.clone()];
        let other = text.find(" and a ").and_then(|joint| {
            let one = text[joint..].find(" one ")? + joint;
            let words = text[joint + " and a ".len()..one].split(' ').count();
            (words <= 2).then_some((joint, one + " one ".len()))
        });
        let joined = [" and ", " / ", " or "]
            .iter()
            .find_map(|mark| Some((text.find(mark)?, text.find(mark)? + mark.len())))
            .filter(|_| many);
        let Some((end, next)) = other.or(joined).filter(|_| plain) else {
            continue;
        };
        let start = literal.span.start;
        let own = &mut brief.literals[at];
        own.text.truncate(end);
        own.span.end = start + end;
        own.role = Role::Button;
        crate::outline::add(brief, start + next..literal.span.end, Role::Button);
        // "two" was taken for the words of a button.
        brief
            .described
            .retain(|part| part.kind != crate::Component::Button || part.words != "two");
        brief.order_literals();
        return;
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn wishes_are_no_texts() {
        check_texts(&[
            (
                "login page with two buttons, Log in and Continue as guest",
                &[
                    (Role::Button, "Log in"),
                    (Role::Button, "Continue as guest"),
                ],
            ),
            (
                "settings page titled \"Workspace\". Save button bottom right says \"Save changes\"",
                &[(Role::Title, "Workspace"), (Role::Button, "Save changes")],
            ),
        ]);
    }
}
