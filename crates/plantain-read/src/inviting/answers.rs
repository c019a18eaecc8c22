//! Lines of an invitation that ask for an answer: "RSVP by 1 July", "um Antwort wird gebeten bis 1. Juli".
//!
//! They are taken before days are read, so that the day to answer by is not the day of the feast.

use super::emit;
use crate::Role;
use crate::reader::Reader;

/// How such a line begins.
const OPENINGS: &[&str] = &[
    "rsvp",
    "r.s.v.p",
    "please reply",
    "please respond",
    "please confirm",
    "please let us know",
    "kindly reply",
    "kindly respond",
    "kindly confirm",
    "reply by",
    "respond by",
    "répondez",
    "réponse",
    "merci de répondre",
    "merci de confirmer",
    "prière de répondre",
    "um antwort",
    "u.a.w.g",
    "antwort bis",
    "antwort bitte",
    "bitte antworte",
    "bitte bis",
    "bitte um antwort",
    "bitte sagt",
    "rückmeldung",
    "wir bitten um",
    "se ruega",
    "rogamos",
    "confirmar",
    "confirma ",
    "favor confirmar",
    "favor de confirmar",
    "confirmação",
    "confirme",
    "si prega di",
    "è gradita",
    "gradita conferma",
    "conferma",
    "rispondere entro",
    "graag antwoord",
    "graag reactie",
    "laat weten",
    "laat ons weten",
    "prosimy o",
    "prosi się o",
    "potwierdzenie",
    "lcv",
    "l.c.v",
    "lütfen",
    "katılım",
    "просим ",
    "просьба ",
    "пожалуйста",
    "ответ",
    "просимо",
    "прохання",
    "підтверд",
    "يرجى",
    "نرجو",
    "الرجاء",
    "נא ל",
    "נא אשרו",
    "אישור הגעה",
    "कृपया",
    "请于",
    "请在",
    "请回复",
    "敬请",
    "お返事",
    "ご返信",
    "ご出欠",
    "회신",
    "참석 여부",
];

/// Words in a line, at most.
const TOKENS_MAX: usize = 16;

/// Claims the lines of an invitation that ask for an answer.
pub(super) fn claim(reader: &mut Reader<'_>) {
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let free = (at..end).all(|i| {
            reader.is_free(i) && reader.tokens[i].quote().is_none() || reader.form(i).is_some()
        });
        if (2..=TOKENS_MAX).contains(&(end - at)) && free {
            let text = reader.text(at, end).to_lowercase();
            let asks = OPENINGS.iter().any(|opening| {
                text.strip_prefix(opening).is_some_and(|rest| {
                    opening.ends_with(' ')
                        || !opening.is_ascii()
                        || !rest.starts_with(|c: char| c.is_alphanumeric())
                })
            });
            if asks {
                emit(reader, at, end, Role::Small);
            }
        }
        at = end + 1;
    }
}

#[cfg(test)]
mod tests {
    use crate::{Role, read};

    #[test]
    fn the_day_to_answer_by_stays_in_its_line() {
        for (prompt, line) in [
            (
                "wedding invitation Clara and Jonas, 5 September 2027, 2 pm, Waldeck Castle, please reply by 1 July",
                "please reply by 1 July",
            ),
            (
                "Einladung zur Hochzeit von Clara und Jonas, 5. September 2027, 14 Uhr, Schloss Waldeck, bitte bis 1. Juli antworten",
                "bitte bis 1. Juli antworten",
            ),
            (
                "invitation mariage Clara et Jonas, 5 septembre 2027, Château de Waldeck, réponse souhaitée avant le 1er juillet",
                "réponse souhaitée avant le 1er juillet",
            ),
            (
                "invitación de boda de Clara y Jonas, 5 de septiembre, Hacienda del Sol, se ruega confirmar antes del 1 de julio",
                "se ruega confirmar antes del 1 de julio",
            ),
        ] {
            let brief = read(prompt);
            let small: Vec<&str> = brief
                .literals
                .iter()
                .filter(|l| l.role == Role::Small)
                .map(|l| l.text.as_str())
                .collect();
            assert_eq!(small, [line], "{prompt}");
            let dates = brief.literals.iter().filter(|l| l.role == Role::Date);
            assert_eq!(dates.count(), 1, "{prompt}");
        }
    }
}
