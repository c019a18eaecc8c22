//! Greetings with a name: "Good evening, Sara".

use super::emit;
use crate::Role;
use crate::reader::Reader;
use crate::tokens::Sep;

/// "Good evening, Sara": the greeting and the name are one line, which leads.
pub(super) fn greeted(reader: &mut Reader<'_>) {
    for at in 0..reader.len().saturating_sub(2) {
        let two = matches!(reader.key(at), "good" | "welcome");
        let opens = at == reader.clause_start(at) && (two || reader.is_capital(at));
        let comma = match (reader.key(at), reader.key(at + 1)) {
            ("good", "morning" | "afternoon" | "evening" | "day" | "night")
            | ("buenos" | "buenas", _)
            | ("guten" | "gute", "morgen" | "tag" | "abend" | "nacht")
            | ("bom" | "boa", "dia" | "tarde" | "noite")
            | ("buona", "sera" | "giornata" | "notte")
            | ("goedemorgen" | "goedemiddag" | "goedenavond", _)
            | ("dzień" | "dobry", "dobry" | "wieczór")
            | ("iyi", "günler" | "akşamlar")
            | ("доброе" | "добрый" | "добрий" | "доброго", _) => at + 2,
            ("bonjour" | "bonsoir" | "buongiorno" | "buonasera" | "günaydın", _) => at + 1,
            ("welcome", "back") | ("hey" | "hi" | "hello", "there") => at + 2,
            ("hi" | "hello" | "hey" | "welcome" | "hola" | "ciao" | "hallo", _) => at + 1,
            _ => continue,
        };
        let name = comma + usize::from(reader.sep(comma, Sep::Comma));
        let named =
            reader.is_capital(name) && reader.is_free(name) && reader.tokens[name].is_word();
        let titled = reader.brief.literals.iter().any(|l| l.role == Role::Title);
        let free = (at..name).all(|i| reader.is_free(i) || reader.is_sep(i));
        if !(opens && named && free) || titled {
            continue;
        }
        let mut to = name + 1;
        while to < reader.len() && to < name + 3 && reader.is_capital(to) && reader.is_free(to) {
            to += 1;
        }
        if reader.sep(to, Sep::Mark) {
            to += 1;
        }
        emit(reader, at, to, Role::Title);
        return;
    }
}
