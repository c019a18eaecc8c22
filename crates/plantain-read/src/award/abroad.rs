//! Who gets a certificate, where the words around the name tell it: "颁发给李娜的证书", "김하나에게 수여하는 수료증",
//! "diploma para Ana Ruiz por completar el curso «…»".

use crate::outline::{add, lowered, trimmed};
use crate::{Brief, Origin, Role, Span};

/// Words that a name consists of, at most.
const NAME_WORDS_MAX: usize = 4;

/// Letters of a name in a script without blanks, at most.
const NAME_SIGNS_MAX: usize = 8;

/// What stands before a name, and what stands behind it, in Chinese.
const GIVEN_TO: &[&str] = &["颁发给", "授予", "颁给", "发给", "奖给", "頒發給", "頒給"];
const BEHIND_NAME: &[char] = &[
    '的', '同', '先', '女', '老', ',', '，', '。', ':', '：', '“', '"', '「',
];

/// What stands behind a name in Japanese, Korean and Hindi.
const TO_WHOM: &[(&str, &[&str])] = &[
    (
        "ja",
        &["さんへ", "さんに", "様へ", "様に", "さんの", "様の", "殿"],
    ),
    ("ko", &["님에게", "에게", "님께", "님의"]),
    ("hi", &[" के लिए", " को ", " के नाम"]),
];

/// Adds the recipient, when no text of the brief is one, and what the award is for before a quoted text.
pub(super) fn recipient(brief: &mut Brief) {
    let prompt = brief.prompt.clone();
    let language = brief.language.0.clone();
    let after = brief.genre_span.as_ref().map_or(0, |span| span.end);
    // Who signs stands behind a comma.
    let first = prompt[after..]
        .find(',')
        .map_or(prompt.len(), |at| after + at);
    let known = |l: &crate::Literal| l.role == Role::Person && l.span.start < first;
    if brief.literals.iter().any(known) {
        return;
    }
    let found = match language.as_str() {
        "zh" => given_to(&prompt),
        "ja" | "ko" | "hi" => to_whom(&prompt, &language, after),
        "he" | "ar" => joined(&prompt, after),
        "en" => None,
        _ => capitals(&prompt, after),
    };
    let Some(name) = found.and_then(|name| trimmed(&prompt, name)) else {
        return;
    };
    let reason = reason(&prompt, name.end, &language);
    let end = reason.as_ref().map_or(name.end, |reason| reason.end);
    brief.remove_literals(|l| l.origin != Origin::Quoted && l.meets(&(name.start..end)));
    brief
        .objects
        .retain(|o| o.span.end <= name.start || o.span.start >= end);
    // Arabic writes its "to" and the article as one letter: "للمهندسة" is to "المهندسة".
    let contracted = prompt[..name.start].ends_with('ل') && prompt[name.start..].starts_with('ل');
    let at = add(brief, name, Role::Person);
    if contracted {
        let text = &mut brief.literals[at].text;
        *text = format!("ا{text}");
    }
    if let Some(reason) = reason {
        add(brief, reason, Role::Body);
    }
}

/// "颁发给李娜的证书".
fn given_to(prompt: &str) -> Option<Span> {
    let start = GIVEN_TO
        .iter()
        .find_map(|lead| prompt.find(lead).map(|at| at + lead.len()))?;
    let end = prompt[start..]
        .find(BEHIND_NAME)
        .map_or(prompt.len(), |at| start + at);
    let signs = prompt[start..end].chars().count();
    (1..=NAME_SIGNS_MAX).contains(&signs).then_some(start..end)
}

/// "山田花子さんへの修了証", "김하나에게 …", "मारिया सिंह के लिए …".
fn to_whom(prompt: &str, language: &str, after: usize) -> Option<Span> {
    let (_, endings) = TO_WHOM.iter().find(|(code, _)| *code == language)?;
    let end = endings
        .iter()
        .filter_map(|ending| prompt.find(ending))
        .min()?;
    let start = prompt[..end]
        .rfind([',', '，', '、', '。', ':', '：', '\n'])
        .map_or(0, |at| {
            at + prompt[at..].chars().next().map_or(1, char::len_utf8)
        });
    // "प्रमाणपत्र रवि कुमार के लिए": the medium before the name is none of it.
    let start = if after < end { start.max(after) } else { start };
    let words = prompt[start..end].split_whitespace().count();
    let signs = prompt[start..end].trim().chars().count();
    let fits = match language {
        "hi" => (1..=3).contains(&words),
        _ => (1..=2).contains(&words) && signs <= NAME_SIGNS_MAX,
    };
    fits.then_some(start..end)
}

/// "תעודה למריה כהן על סיום …", "شهادة لمريم حداد لإتمام …": the name is joined to its "to".
fn joined(prompt: &str, after: usize) -> Option<Span> {
    const TO: &[char] = &['ל', 'ل'];
    const ENDS: &[&str] = &["על", "עבור", "בגין", "של", "على", "في", "عن", "من"];
    let rest = &prompt[after..];
    let lead = rest.len() - rest.trim_start().len();
    let first = rest[lead..].chars().next().filter(|c| TO.contains(c))?;
    let start = after + lead + first.len_utf8();
    let mut end = start;
    let mut words = 0;
    for word in prompt[start..].split_inclusive([' ', ',', '،', '"', '“']) {
        let bare = word.trim_end_matches([' ', ',', '،', '"', '“']);
        let ended = words > 0 && (ENDS.contains(&bare) || bare.starts_with(TO) && words > 1);
        if ended || bare.is_empty() || words == 3 {
            break;
        }
        words += 1;
        end = prompt[end..]
            .find(bare)
            .map_or(end, |at| end + at + bare.len());
        if !word.ends_with(' ') {
            break;
        }
    }
    (words > 0).then_some(start..end)
}

/// "certyfikat dla Marii Nowak za …", "сертификат Марии Ивановой об …": the capitals behind the medium and its "for".
fn capitals(prompt: &str, after: usize) -> Option<Span> {
    const TO: &[&str] = &[
        "para", "a", "al", "pour", "à", "für", "an", "per", "voor", "aan", "dla", "для", "de",
    ];
    let rest = &prompt[after..];
    let mut start = after + (rest.len() - rest.trim_start().len());
    let first = prompt[start..].split(' ').next()?;
    if TO.contains(&lowered(first).as_str()) {
        start += first.len() + 1;
    }
    let end = start + super::names::name_len(prompt.get(start..)?);
    let words = prompt[start..end].split_whitespace().count();
    (2..=NAME_WORDS_MAX).contains(&words).then_some(start..end)
}

/// "por completar el curso «…»": the words between the name and the quoted name of the award.
fn reason(prompt: &str, from: usize, language: &str) -> Option<Span> {
    const WORDS_MAX: usize = 8;
    if matches!(language, "zh" | "ja" | "ko" | "hi") {
        return None;
    }
    let rest = &prompt[from..];
    let end = from + rest.find(['"', '«', '„', '“', '‘', '\'', ',', ';', '.', '،'])?;
    let told = trimmed(prompt, from..end)?;
    let words = prompt[told.clone()].split_whitespace().count();
    (2..=WORDS_MAX).contains(&words).then_some(told)
}
