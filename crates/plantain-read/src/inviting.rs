//! Invitations that are written out: "Vous êtes cordialement invités au mariage de Claire et Hugo, samedi 6 juin".
//!
//! Who writes the sentence of an invitation gives the copy itself: the sentence is set as it stands, led by its names.

mod answers;
mod occasion;

use crate::outline::lowered;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Genre, Literal, Origin, Role};

/// Sentences that invite, in lower case, by language.
const FORMULAS: &[&str] = &[
    // French
    "vous êtes cordialement invité",
    "vous êtes invité",
    "tu es invité",
    "vous invitent",
    "vous invite ",
    "de vous inviter",
    "nous vous invitons",
    "je t'invite",
    // Spanish
    "cordialmente invitad",
    "están invitad",
    "estás invitad",
    "está invitad",
    "te invito",
    "te invitamos",
    "los invitamos",
    "os invitamos",
    "le invitamos",
    "de invitarles",
    "de invitarte",
    // Portuguese
    "está convidad",
    "estão convidad",
    "convidamos ",
    "de convidar",
    // Italian
    "siete invitat",
    "siete cordialmente invitat",
    "sei invitat",
    "vi invitiamo",
    "ti invito",
    "di invitarvi",
    // German
    "laden herzlich ein",
    "lade herzlich ein",
    "laden euch",
    "laden sie",
    "laden dich",
    "lade euch",
    "lade dich",
    "wir laden ein",
    "herzlich eingeladen",
    "seid eingeladen",
    "bist eingeladen",
    // Dutch
    "van harte uitgenodigd",
    "bent uitgenodigd",
    "zijn uitgenodigd",
    "nodigen jullie",
    "nodigen u",
    "nodigen je",
    // Polish
    "serdecznie zapraszamy",
    "zapraszamy na",
    "zapraszam na",
    "mamy zaszczyt zaprosić",
    // Turkish
    "davetlisiniz",
    "davetlisin",
    "bekliyoruz",
    // Russian, Ukrainian
    "приглашаем",
    "приглашаю",
    "вы приглашены",
    "запрошуємо",
    "запрошую",
    // Arabic, Hebrew, Hindi
    "ندعوكم",
    "أنتم مدعوون",
    "دعوتكم",
    "הנכם מוזמנים",
    "אתם מוזמנים",
    "שמחים להזמין",
    "सादर आमंत्रित",
    "आप आमंत्रित",
    // Chinese, Japanese, Korean
    "诚邀",
    "邀请您",
    "敬请光临",
    "ご招待",
    "お招き",
    "초대합니다",
    "모십니다",
    // English
    "you are cordially invited",
    "you are invited",
    "you're invited",
    "cordially invite you",
    "we invite you",
    "pleasure of your company",
    "honour of your presence",
    "honor of your presence",
];

/// Where the inviting words stand in a prompt.
pub(crate) fn find(prompt: &str) -> Option<crate::Span> {
    let lower = lowered(prompt);
    FORMULAS.iter().find_map(|formula| {
        lower
            .find(formula)
            .map(|start| start..start + formula.len())
    })
}

/// Whether the prompt is the copy of an invitation and asks for nothing else.
pub(crate) fn is_copy(reader: &Reader<'_>) -> bool {
    matches!(
        reader.brief.genre,
        Genre::Composed | Genre::Scene | Genre::Invitation
    ) && find(reader.prompt).is_some()
}

/// Takes the inviting sentence as text: what leads to the names above them, the names as the title.
pub(crate) fn claim(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::Invitation {
        return;
    }
    answers::claim(reader);
    if reader.brief.language.0 == "en" {
        return invited_by(reader);
    }
    let Some(found) = find(reader.prompt) else {
        return;
    };
    let Some(at) = (0..reader.len())
        .find(|&at| !reader.is_sep(at) && reader.tokens[at].span.end > found.start)
    else {
        return;
    };
    let to = reader.clause_end(at);
    let mut from = at;
    while from > reader.clause_start(at) && reader.uses[from - 1] != Use::Genre {
        from -= 1;
    }
    let free = (from..to).all(|i| {
        reader.tokens[i].quote().is_none()
            && matches!(reader.uses[i], Use::Free | Use::Carrier | Use::Topic)
    });
    let titled = reader.brief.literals.iter().any(|l| l.role == Role::Title);
    if !free || titled || from >= to || to - from > 24 {
        return;
    }
    match names(reader, from, to, found.end) {
        Some(names) if !reader.prompt[reader.span(from, names)].trim().is_empty() => {
            emit(reader, from, names, Role::Kicker);
            emit(reader, names, to, Role::Title);
        }
        _ => emit(reader, from, to, Role::Title),
    }
}

/// How a sentence goes on behind those who invite, in English.
const INVITING: &[&[&str]] = &[
    &["invite", "you"],
    &["cordially", "invite"],
    &["joyfully", "invite"],
    &["warmly", "invite"],
    &["request", "the"],
    &["would", "love"],
    &["are", "getting", "married"],
    &["are", "tying"],
];

/// "Together with their families, Ada Cole and Tom Reed invite you to …": the names are the title, what they ask stands
/// below, and with whom above.
fn invited_by(reader: &mut Reader<'_>) {
    let says = |at: usize, words: &[&str]| {
        words
            .iter()
            .enumerate()
            .all(|(n, word)| reader.key(at + n) == *word)
    };
    let Some(verb) = (1..reader.len()).find(|&at| INVITING.iter().any(|words| says(at, words)))
    else {
        return;
    };
    let start = reader.clause_start(verb);
    let free = |from: usize, to: usize| {
        (from..to).all(|at| {
            reader.tokens[at].quote().is_none()
                && !matches!(reader.uses[at], Use::Literal | Use::Genre | Use::Role)
        })
    };
    let mut from = verb;
    while from > start
        && (reader.is_capital(from - 1) || matches!(reader.key(from - 1), "and" | "&"))
    {
        from -= 1;
    }
    // The day and the place are texts of their own.
    let to = (verb..reader.clause_end(verb))
        .find(|&at| {
            let next = at + 1 + usize::from(reader.key(at + 1) == "the");
            matches!(reader.key(at), "on" | "at" | "in") && reader.is_capital(next)
                || reader.form(at).is_some()
        })
        .unwrap_or_else(|| reader.clause_end(verb));
    let named = from < verb && reader.is_capital(from) && reader.is_capital(verb - 1);
    let titled = reader.brief.literals.iter().any(|l| l.role == Role::Title);
    // "Ada & Tom, together with their families, invite you to …": what is asked goes on behind those who ask.
    if verb == start && verb > 1 && to > verb + 2 && free(verb, to) {
        let opening = (0..verb).find(|&at| says(at, &["together", "with"]));
        let above = |lead: &usize| {
            let end = reader.clause_end(*lead);
            free(*lead, end) && end + 1 < verb
        };
        if let Some(lead) = opening.filter(above) {
            emit(reader, lead, reader.clause_end(lead), Role::Kicker);
        }
        emit(reader, verb, to, Role::Body);
        return;
    }
    if !named || titled || to < verb + 2 || !free(from, to) {
        return;
    }
    let before = from.checked_sub(1).filter(|&at| reader.sep(at, Sep::Comma));
    let led = before.map(|comma| (reader.clause_start(comma.saturating_sub(1)), comma));
    let led = led.filter(|&(lead, comma)| says(lead, &["together", "with"]) && free(lead, comma));
    if let Some((lead, comma)) = led {
        emit(reader, lead, comma, Role::Kicker);
    }
    emit(reader, from, verb, Role::Title);
    emit(reader, verb, to, Role::Subtitle);
}

/// "save the date for Hugo and Ines": the words for such a card stand on it.
pub(crate) fn settle(brief: &mut crate::Brief) {
    if brief.genre != Genre::Invitation {
        return;
    }
    let Some(span) = brief.genre_span.clone() else {
        return;
    };
    occasion::settle(brief, &span);
    themed(brief);
    let text = brief.prompt.get(span.clone()).unwrap_or_default();
    let told = brief.literals.iter().any(|l| l.meets(&span));
    if !lowered(text).starts_with("save the date") || told {
        return;
    }
    let titled = brief.literals.iter().any(|l| l.role == Role::Title);
    let role = if titled { Role::Kicker } else { Role::Title };
    let text = "save the date".len();
    let at = crate::outline::add(brief, span.start..span.start + text, role);
    brief.literals[at].origin = Origin::Form;
}

/// "pirate theme birthday invite": the theme is drawn, and who is told leads.
fn themed(brief: &mut crate::Brief) {
    let title = brief
        .literals
        .iter()
        .position(|l| l.role == Role::Title && l.origin != Origin::Quoted);
    let Some(title) = title else { return };
    let text = lowered(&brief.literals[title].text);
    let themed = [" theme ", " themed "]
        .iter()
        .find_map(|word| text.split_once(word))
        .map(|(noun, _)| noun.rsplit(' ').next().unwrap_or(noun).to_owned());
    let next = brief.literals.iter().position(|l| l.role == Role::Subtitle);
    let (Some(noun), Some(next)) = (themed, next) else {
        return;
    };
    let span = brief.literals[title].span.clone();
    brief.literals[next].role = Role::Title;
    brief.remove_literal(title);
    if brief.objects.iter().all(|o| o.noun != noun) {
        brief.objects.push(crate::ObjectPhrase {
            words: noun.clone(),
            span,
            count: Some(1),
            noun,
            ..crate::ObjectPhrase::default()
        });
    }
}

/// Where the names begin that close the sentence: "Claire et Hugo".
fn names(reader: &Reader<'_>, from: usize, to: usize, formula: usize) -> Option<usize> {
    let mut start = to;
    while start > from && reader.tokens[start - 1].span.start >= formula {
        let key = reader.key(start - 1);
        let joins = matches!(key, "and" | "&" | "+") && start < to;
        let number = start < to && !key.is_empty() && key.chars().all(|c| c.is_ascii_digit());
        if !(reader.is_capital(start - 1) || joins || number) {
            break;
        }
        start -= 1;
    }
    while start < to && !reader.is_capital(start) {
        start += 1;
    }
    (start < to && start >= from + 2 && to - start <= 6).then_some(start)
}

fn emit(reader: &mut Reader<'_>, from: usize, to: usize, role: Role) {
    let span = reader.span(from, to);
    // A mark belongs to the words before it.
    let marked = role == Role::Title && reader.sep(to, Sep::Mark);
    let end = if marked {
        reader.tokens[to].span.end
    } else {
        span.end
    };
    let span = span.start..end;
    let text = reader.prompt[span.clone()].trim().to_string();
    reader.mark(from, to + usize::from(marked), Use::Literal);
    reader.brief.literals.push(Literal {
        text,
        span,
        role,
        origin: Origin::Introduced,
        on_object: None,
    });
}

#[cfg(test)]
mod tests {
    use crate::{Genre, Role, read};

    #[test]
    fn the_theme_of_a_party_is_drawn_and_not_printed() {
        let brief = read("pirate theme birthday invite: Max turns 7, Sat 4 April, 3 pm");
        let title = brief.literals.iter().find(|l| l.role == Role::Title);
        assert_eq!(title.map(|l| l.text.as_str()), Some("Max turns 7"));
        assert_eq!(brief.objects[0].noun, "pirate");
    }

    #[test]
    fn what_people_are_invited_to_stands_on_the_card() {
        for (prompt, kicker, title) in [
            (
                "baby shower invitation for Clara, Saturday 8 August 3 pm, 14 Elm Court",
                "Baby shower",
                "Clara",
            ),
            (
                "baby shower invitation card A LITTLE ONE IS ON THE WAY Hannah & Tom 03.15.27",
                "Baby shower",
                "A LITTLE ONE IS ON THE WAY",
            ),
            (
                "birthday invitation for Tom, Saturday 3 pm",
                "Birthday",
                "Tom",
            ),
            (
                "50th birthday party invitation for Grandpa Joe: Saturday, October 9, 6 pm, Lakeside Lodge, dinner & dancing",
                "50th birthday party",
                "Grandpa Joe",
            ),
            (
                "Einladung zur Hochzeit von Clara und Jonas, 5. September 2027",
                "Hochzeit",
                "Clara und Jonas",
            ),
            (
                "Einladung zur Hochzeit von Clara und Jonas, 5. September 2027, 14 Uhr, Schloss Waldeck, um Antwort wird gebeten bis 1. Juli",
                "Hochzeit",
                "Clara und Jonas",
            ),
            (
                "приглашение на свадьбу Анны и Ивана, 5 сентября, ресторан Сад",
                "Приглашение на свадьбу",
                "Анны и Ивана",
            ),
            (
                "הזמנה ליום הולדת 5 של נועה, שבת 12 ביוני בשעה 16:00, פארק הירקון",
                "",
                "יום הולדת 5 של נועה",
            ),
            (
                "결혼식 초대장: 김민수 ♥ 이지은, 5월 3일 오후 1시, 더채플, 회신 부탁드립니다",
                "결혼식",
                "김민수 ♥ 이지은",
            ),
            (
                "婚礼邀请函:李雷和韩梅梅,10月1日,花园酒店",
                "婚礼",
                "李雷和韩梅梅",
            ),
            (
                "housewarming invitation, Mia and Jon, 12 March 7 pm, 4 Hill Road",
                "Housewarming",
                "Mia and Jon",
            ),
        ] {
            let brief = read(prompt);
            let text = |role: Role| {
                let found = brief.literals.iter().find(|l| l.role == role);
                found.map_or("", |l| l.text.as_str())
            };
            assert_eq!(
                (text(Role::Kicker), text(Role::Title)),
                (kicker, title),
                "{prompt}"
            );
        }
        let aside =
            read("invitation: kids birthday, space theme! \"Noah is turning 7!\" \"Sat 12 June\"");
        assert!(aside.literals.iter().all(|l| l.text != "birthday"));
        let exact = read("birthday invitation \"Tom is 8\" \"Saturday 3 pm\"");
        assert!(exact.literals.iter().all(|l| l.role != Role::Kicker));
    }

    #[test]
    fn the_sentence_of_an_invitation_is_its_copy() {
        // Prompt; what leads, the title, another text.
        for (prompt, lead, title, other) in [
            (
                "wedding invitation. Together with their families, Emma Clarke and Daniel Osei invite you to celebrate their marriage, 14 September 2027, Willow Barn",
                "Together with their families",
                "Emma Clarke and Daniel Osei",
                "invite you to celebrate their marriage",
            ),
            (
                "wedding invitation. Ada & Tom, together with their families, invite you to share their day, 12 May 2027, Villa Rosa",
                "Wedding",
                "Ada & Tom",
                "invite you to share their day",
            ),
            (
                "Vous êtes cordialement invités au mariage de Claire et Hugo, samedi 6 juin 2026 à 15h, Domaine des Tilleuls",
                "Vous êtes cordialement invités au mariage de",
                "Claire et Hugo",
                "Domaine des Tilleuls",
            ),
            (
                "Einladung: Wir laden herzlich ein zur Taufe von Emil, Sonntag 3. Mai, 11 Uhr, St. Martin",
                "Wir laden herzlich ein zur Taufe von",
                "Emil",
                "St. Martin",
            ),
            (
                "Convite: Você está convidado para o chá de bebê da Ana, 22 de agosto, 16h, Rua das Flores 45",
                "Você está convidado para o chá de bebê da",
                "Ana",
                "Rua das Flores 45",
            ),
            (
                "Serdecznie zapraszamy na ślub Anny i Marka, sobota 20 czerwca, Kościół św. Anny",
                "Serdecznie zapraszamy na ślub",
                "Anny i Marka",
                "Kościół św. Anny",
            ),
        ] {
            let brief = read(prompt);
            assert_eq!(brief.genre, Genre::Invitation, "{prompt}");
            let of = |role: Role| {
                let found = brief.literals.iter().find(|l| l.role == role);
                found.map_or("", |l| l.text.as_str())
            };
            assert_eq!(
                (of(Role::Kicker), of(Role::Title)),
                (lead, title),
                "{prompt}"
            );
            let held = brief.literals.iter().any(|l| l.text == other);
            assert!(held, "{prompt}: no {other} in {:?}", brief.literals);
        }
    }
}
