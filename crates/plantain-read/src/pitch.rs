//! Reads the sections of a page that wants to win visitors: what a customer says, questions with their answers, the line
//! under the promise.

use crate::outline::{add, lowered, trimmed};
use crate::{Brief, Genre, List, Origin, Role, Span};

/// Words of who says something, and of a question, at most.
const NAME_WORDS_MAX: usize = 9;
const QUESTION_WORDS_MAX: usize = 16;

/// Words that lead to what a customer says.
const VOICES: &[&str] = &[
    "testimonial",
    "testimonials",
    "customer quote",
    "client quote",
    "quote from",
    "quote by",
    "quote",
    "review from",
    "review by",
    "kundenstimme",
    "kundenstimmen",
    "témoignage",
    "avis client",
    "testimonio",
    "opinión de",
    "testimonianza",
    "depoimento",
];

/// Words that lead to questions.
const QUESTIONS: &[&str] = &[
    "faq",
    "faqs",
    "frequently asked questions",
    "questions and answers",
    "häufige fragen",
    "questions fréquentes",
    "preguntas frecuentes",
    "domande frequenti",
    "perguntas frequentes",
];

/// Words that lead to the line under the promise.
const SUBLINES: &[&str] = &[
    "sub line",
    "subline",
    "sub-line",
    "subheadline",
    "subheading",
    "subhead",
    "sub headline",
    "subtitle",
    "tagline",
    "line below",
    "line under it",
    "line underneath",
    "text below",
];

/// Sections as they were told.
#[derive(Default)]
struct Told {
    /// What somebody says, and who.
    voices: Vec<(Span, Option<Span>)>,
    questions: Vec<Span>,
    subline: Option<Span>,
    /// The stretches of the prompt that are read.
    read: Vec<Span>,
}

/// Puts the sections of a landing page in order, where the prompt writes them out.
pub(crate) fn settle(brief: &mut Brief) {
    if brief.genre != Genre::Landing || !brief.records.is_empty() {
        return;
    }
    let lower = lowered(&brief.prompt);
    named(brief, &lower);
    let mut told = Told::default();
    voices(&brief.prompt, &lower, &mut told);
    questions(&brief.prompt, &lower, &mut told);
    if !brief
        .literals
        .iter()
        .any(|l| l.role == Role::Subtitle && l.origin == Origin::Quoted)
    {
        subline(&brief.prompt, &lower, &mut told);
    }
    if told.read.is_empty() {
        return;
    }
    let inside = |span: &Span| {
        told.read
            .iter()
            .any(|read| span.start < read.end && read.start < span.end)
    };
    brief.remove_literals(|l| inside(&l.span));
    brief.lists.retain(|list| !list.items.is_empty());
    brief.objects.retain(|object| !inside(&object.span));
    brief.relations.clear();
    // What a customer is called or asks is not what the page is about.
    let elsewhere = |word: &String| {
        lower
            .match_indices(word.as_str())
            .any(|(at, found)| !inside(&(at..at + found.len())))
    };
    brief.topic.retain(elsewhere);
    for (said, who) in told.voices {
        add(brief, said, Role::Quote);
        if let Some(who) = who {
            add(brief, who, Role::Attribution);
        }
    }
    if let Some(line) = told.subline {
        let at = add(brief, line, Role::Subtitle);
        let text = crate::literals::capitalized(&brief.literals[at].text);
        brief.literals[at].text = text;
    }
    if !told.questions.is_empty() {
        let span = told.questions[0].start..told.questions[told.questions.len() - 1].end;
        let items = told
            .questions
            .into_iter()
            .map(|span| add(brief, span, Role::Item))
            .collect();
        brief.lists.push(List {
            kind: "question".into(),
            items,
            span,
        });
    }
    brief.order_literals();
}

/// `sections for "Fjordly", a hiking company`: what is quoted right behind "for" names whom the page is for.
fn named(brief: &mut Brief, lower: &str) {
    const WORDS_MAX: usize = 3;
    if brief.literals.iter().any(|l| l.role == Role::Brand) {
        return;
    }
    let titled = brief.literals.iter().any(|l| l.role == Role::Title);
    let name = brief.literals.iter_mut().find(|literal| {
        let before = lower[..literal.span.start].trim_end_matches(['"', '“', '«', '\'', ' ']);
        literal.origin == Origin::Quoted
            && before.ends_with(" for")
            && literal.text.split_whitespace().count() <= WORDS_MAX
            && (literal.role != Role::Title || titled)
    });
    if let Some(name) = name.filter(|name| name.role != Role::Title) {
        name.role = Role::Brand;
    }
}

/// The place of a word or a phrase that stands alone, from `from` on.
fn find_word(lower: &str, word: &str, from: usize) -> Option<usize> {
    lower.get(from..)?.match_indices(word).find_map(|(at, _)| {
        let at = from + at;
        let before = lower[..at].chars().next_back();
        let behind = lower[at + word.len()..].chars().next();
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        (edge(before) && edge(behind)).then_some(at)
    })
}

/// `testimonial from Maria Koch, owner of Koch Bakery: "I got my Sundays back."`
fn voices(prompt: &str, lower: &str, told: &mut Told) {
    const REACH: usize = 120;
    for quoted in crate::quotes::find(prompt, &[]) {
        let before = &lower[..quoted.outer.start];
        let head = VOICES
            .iter()
            .filter_map(|word| {
                let at = before.rfind(word)?;
                find_word(before, word, at)
            })
            .max();
        let Some(head) = head.filter(|at| quoted.outer.start - at <= REACH) else {
            continue;
        };
        // Another sentence or another quote between them tells something else.
        let between = &prompt[head..quoted.outer.start];
        if between.contains(['.', '"', '“', '\n']) {
            continue;
        }
        let lead = lower[head..quoted.outer.start]
            .find(" from ")
            .or_else(|| lower[head..quoted.outer.start].find(" by "))
            .or_else(|| lower[head..quoted.outer.start].find(" von "))
            .or_else(|| lower[head..quoted.outer.start].find(" de "));
        let name = lead.and_then(|at| {
            let from = head + at + 1;
            let from = from + lower[from..].find(' ')? + 1;
            let end = prompt[from..quoted.outer.start]
                .find([':', '('])
                .map_or(quoted.outer.start, |end| from + end);
            without_saying(prompt, lower, from..end)
        });
        let name = name.or_else(|| behind(prompt, quoted.outer.end));
        let end = name
            .as_ref()
            .map_or(quoted.outer.end, |name| name.end.max(quoted.outer.end));
        told.read.push(head..end);
        told.voices.push((quoted.inner.clone(), name));
    }
}

/// A name without the verb that leads to what is said.
fn without_saying(prompt: &str, lower: &str, span: Span) -> Option<Span> {
    let mut end = span.end;
    for verb in [" saying", " says", " who says", " sagt", " dice", " dit"] {
        if let Some(at) = lower[span.clone()].find(verb) {
            end = end.min(span.start + at);
        }
    }
    let name = trimmed(prompt, span.start..end)?;
    let words = prompt[name.clone()].split_whitespace().count();
    let named = prompt[name.clone()].starts_with(|c: char| c.is_uppercase() || !c.is_ascii());
    (named && words <= NAME_WORDS_MAX).then_some(name)
}

/// `"I got my Sundays back." — Maria Koch, owner of Koch Bakery`: who says it, behind a dash or "by".
fn behind(prompt: &str, from: usize) -> Option<Span> {
    let rest = &prompt[from..];
    let text = rest.trim_start_matches([' ', ',']);
    let lead = ["— ", "– ", "- ", "by ", "from ", "(", "~ "]
        .iter()
        .find(|lead| text.starts_with(**lead))?;
    let start = from + rest.len() - text.len() + lead.len();
    let end = prompt[start..]
        .find(['.', '\n', ';', ')', '"'])
        .map_or(prompt.len(), |end| start + end);
    let name = trimmed(prompt, start..end)?;
    let words = prompt[name.clone()].split_whitespace().count();
    let named = prompt[name.clone()].starts_with(char::is_uppercase);
    (named && words <= NAME_WORDS_MAX).then_some(name)
}

/// "an FAQ with 3 questions: Is my data safe? Can I cancel anytime?"
fn questions(prompt: &str, lower: &str, told: &mut Told) {
    let Some((head, len)) = QUESTIONS
        .iter()
        .filter_map(|word| Some((find_word(lower, word, 0)?, word.len())))
        .min()
    else {
        return;
    };
    let mut at = head + len;
    // The words that lead to the first question end with a colon, a bracket or a dash.
    let rest = &prompt[at..];
    let sentence = rest.find(['?', '.', '\n']).unwrap_or(rest.len());
    let lead = rest[..sentence]
        .find([':', '(', '—', '–'])
        .map(|lead| lead + rest[lead..].chars().next().map_or(1, char::len_utf8));
    match lead {
        Some(lead) => at += lead,
        None if rest[sentence..].starts_with(['.', '\n']) => at += sentence + 1,
        None => return,
    }
    let mut found: Vec<Span> = Vec::new();
    while let Some(mark) = prompt[at..].find('?') {
        let start = prompt[at..at + mark]
            .rfind(['.', '!', '\n', ';'])
            .map_or(at, |cut| at + cut + 1);
        // A sentence between two questions that is none of them ends the list.
        let skipped = trimmed(prompt, at..start).is_some() && !found.is_empty();
        let Some(span) = trimmed(prompt, start..at + mark) else {
            break;
        };
        let words = prompt[span.clone()].split_whitespace().count();
        if skipped || words > QUESTION_WORDS_MAX {
            break;
        }
        let start = span.start
            + ["and ", "- ", "* "]
                .iter()
                .find(|lead| lower[span.clone()].starts_with(**lead))
                .map_or(0, |lead| lead.len());
        found.push(start..at + mark + 1);
        at += mark + 1;
        // Questions in brackets, or between commas.
        at += prompt[at..].len() - prompt[at..].trim_start_matches([' ', ',', '"', '”']).len();
    }
    if found.len() >= 2 {
        let opens = lower[..head]
            .rfind(['.', ',', ';', '\n'])
            .map_or(0, |cut| cut + 1);
        let end = found[found.len() - 1].end;
        told.read.push(opens..end);
        told.questions = found;
    }
}

/// "a sub line saying it connects to your bank in two minutes"
fn subline(prompt: &str, lower: &str, told: &mut Told) {
    const VERBS: &[&str] = &[
        " saying that ",
        " saying ",
        " that says ",
        " which says ",
        " explaining that ",
        " explaining ",
        " telling people ",
        " telling that ",
    ];
    for word in SUBLINES {
        let Some(head) = find_word(lower, word, 0) else {
            continue;
        };
        let behind = &lower[head + word.len()..];
        let Some(verb) = VERBS.iter().find(|verb| behind.starts_with(**verb)) else {
            continue;
        };
        let from = head + word.len() + verb.len();
        let rest = &prompt[from..];
        if rest.starts_with(['"', '“', '\'', '‘', '«']) {
            return;
        }
        let end = [
            ", ",
            ". ",
            "; ",
            "\n",
            " and a button",
            " and button",
            " with a button",
        ]
        .iter()
        .filter_map(|mark| rest.find(mark))
        .min()
        .unwrap_or(rest.trim_end_matches('.').len());
        let Some(span) = trimmed(prompt, from..from + end) else {
            continue;
        };
        if prompt[span.clone()].split_whitespace().count() >= 3 {
            told.read.push(head..span.end);
            told.subline = Some(span);
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::outline::check_texts;
    use crate::{Role, read};

    #[test]
    fn sections_of_a_landing_page_keep_their_texts() {
        check_texts(&[(
            "landing page for a bookkeeping app called Tallyo. Headline \"Books that balance\", a sub line saying it connects to your bank in two minutes, button Start free. Then a testimonial from Maria Koch, owner of Koch Bakery: \"I got my Sundays back.\"",
            &[
                (Role::Brand, "Tallyo"),
                (Role::Title, "Books that balance"),
                (Role::Subtitle, "It connects to your bank in two minutes"),
                (Role::Button, "Start free"),
                (Role::Attribution, "Maria Koch, owner of Koch Bakery"),
                (Role::Quote, "I got my Sundays back."),
            ],
        )]);
    }

    #[test]
    fn questions_are_a_list() {
        for (prompt, want) in [
            (
                "landing page for Tallyo, headline \"Calm books\". An FAQ at the bottom with 2 questions: Is my data safe? Do you support VAT?",
                "Is my data safe?|Do you support VAT?",
            ),
            (
                "landing page for a gym. FAQ: Can I freeze my plan? Is there parking? Footer with links",
                "Can I freeze my plan?|Is there parking?",
            ),
        ] {
            let brief = read(prompt);
            let list = brief
                .lists
                .iter()
                .find(|list| list.kind == "question")
                .expect(prompt);
            let found: Vec<&str> = list
                .items
                .iter()
                .map(|&at| brief.literals[at].text.as_str())
                .collect();
            assert_eq!(found.join("|"), want, "{prompt}");
        }
    }
}
