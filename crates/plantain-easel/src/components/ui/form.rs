//! What the fields of a form ask for, guessed from their names.

use super::kit::{Kit, Word};
use super::supply::has_word;

/// What goes into a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    Email,
    Password,
    Name,
    Phone,
    Date,
    Message,
    Address,
    Choice,
    Search,
    Card,
    /// The few digits on the back of a card.
    Code,
    Other,
}

const WORDS: &[(Asks, &[&str])] = &[
    (
        Asks::Email,
        &[
            "mail",
            "correo",
            "courriel",
            "メール",
            "邮箱",
            "郵箱",
            "이메일",
            "почта",
            "البريد",
        ],
    ),
    (
        Asks::Password,
        &[
            "password",
            "passwort",
            "kennwort",
            "mot de passe",
            "contraseña",
            "senha",
            "パスワード",
            "密码",
            "密碼",
            "비밀번호",
            "пароль",
            "pin",
            "wachtwoord",
            "passcode",
            "hasło",
        ],
    ),
    (
        Asks::Phone,
        &[
            "phone",
            "telefon",
            "téléphone",
            "teléfono",
            "mobile",
            "電話",
            "电话",
            "телефон",
            "handy",
        ],
    ),
    (
        Asks::Date,
        &[
            "date",
            "datum",
            "fecha",
            "birthday",
            "geburt",
            "naissance",
            "日付",
            "日期",
            "check-in",
            "check-out",
            "arrival",
            "departure",
        ],
    ),
    (
        Asks::Message,
        &[
            "message",
            "nachricht",
            "mensaje",
            "comment",
            "notes",
            "description",
            "bio",
            "mensagem",
            "messaggio",
            "メッセージ",
            "留言",
            "feedback",
            "review",
            "bewertungstext",
            "reseña",
            "сообщение",
        ],
    ),
    (
        Asks::Address,
        &[
            "address",
            "adresse",
            "dirección",
            "street",
            "city",
            "stadt",
            "ville",
            "ciudad",
            "zip",
            "postal",
            "住所",
            "地址",
            "indirizzo",
        ],
    ),
    (
        Asks::Card,
        &[
            "card number",
            "kartennummer",
            "iban",
            "número de tarjeta",
            "numéro de carte",
        ],
    ),
    (Asks::Code, &["cvc", "cvv", "security code", "prüfziffer"]),
    (
        Asks::Choice,
        &[
            "country",
            "language",
            "role",
            "size",
            "category",
            "subject",
            "type",
            "plan",
            "department",
            "land",
            "sprache",
            "pays",
            "guests",
            "currency",
        ],
    ),
    (
        Asks::Search,
        &["search", "suche", "recherche", "buscar", "検索", "搜索"],
    ),
    (
        Asks::Name,
        &[
            "name", "nom", "nombre", "nome", "名前", "姓名", "이름", "имя", "user", "benutzer",
            "company", "firma",
        ],
    ),
];

/// Guesses what a field of this name asks for.
pub fn asks(label: &str) -> Asks {
    let lower = label.to_lowercase();
    WORDS
        .iter()
        .find(|(_, words)| {
            words
                .iter()
                .any(|word| has_word(&lower, word) || (word.len() >= 4 && lower.contains(word)))
        })
        .map_or(Asks::Other, |(asks, _)| *asks)
}

impl Asks {
    /// Returns the icon of the field.
    pub fn icon(self) -> Option<&'static str> {
        Some(match self {
            Self::Email => "mail",
            Self::Password => "lock",
            Self::Name => "user",
            Self::Phone => "phone",
            Self::Date => "calendar",
            Self::Address => "map-pin",
            Self::Card => "credit-card",
            Self::Code => "lock",
            Self::Search => "search",
            Self::Message | Self::Choice | Self::Other => return None,
        })
    }

    /// Returns what stands in the empty field.
    pub fn hint(self, kit: &Kit<'_>) -> Option<Word> {
        if !kit.filler {
            return None;
        }
        Some(match self {
            Self::Email => Word::invented("you@example.com"),
            Self::Password => Word::invented("••••••••••"),
            Self::Phone => Word::invented("+1 555 0142"),
            Self::Card => Word::invented("•••• •••• •••• ••••"),
            Self::Code => Word::invented("•••"),
            Self::Choice => kit.say("Select"),
            Self::Search => kit.say("Search"),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_guessed_from_their_names() {
        for (label, want) in [
            ("Email", Asks::Email),
            ("E-Mail-Adresse", Asks::Email),
            ("Password", Asks::Password),
            ("Passwort", Asks::Password),
            ("Full name", Asks::Name),
            ("Message", Asks::Message),
            ("Phone number", Asks::Phone),
            ("Favourite dish", Asks::Other),
        ] {
            assert_eq!(asks(label), want, "{label}");
        }
    }
}
