//! What buttons usually say: texts that are captions by their words alone.

use crate::reader::{Reader, Use};
use crate::screens::emit;
use crate::{Genre, Role};

/// "Next and Skip": a clause of nothing but usual words on buttons.
pub(super) fn claim(reader: &mut Reader<'_>) {
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let free = (at..end).all(|i| reader.is_free(i) && reader.tokens[i].quote().is_none());
        let and = (at..end).find(|&i| matches!(reader.key(i), "and" | "or" | "&"));
        if let (true, Some(and)) = (free && end > at + 2 && reader.is_capital(at), and) {
            let caption = |from: usize, to: usize| from < to && is_usual(reader.text(from, to));
            if caption(at, and) && caption(and + 1, end) {
                emit(reader, at, and, Role::Button);
                emit(reader, and + 1, end, Role::Button);
                reader.mark(and, and + 1, Use::Role);
            }
        }
        at = end + 1;
    }
}

/// Whether a text is nothing but the usual words on a button that no heading consists of.
pub fn is_caption(text: &str) -> bool {
    const ALSO_HEADINGS: &[&str] = &["message", "checkout", "done", "share", "edit", "start"];
    let lower = text.trim().to_lowercase();
    CAPTIONS.contains(&lower.as_str()) && !ALSO_HEADINGS.contains(&lower.as_str())
        || ABROAD.contains(&lower.as_str())
        || matches!(
            lower.as_str(),
            "allow" | "don't allow" | "deny" | "got it" | "no thanks" | "snooze"
        )
}

/// Whether a text is one of the usual words on buttons.
fn is_usual(text: &str) -> bool {
    CAPTIONS.contains(&text.to_lowercase().as_str())
}

/// "Book appointment": whether a short text begins with a verb that ends a form.
pub(crate) fn presses(text: &str) -> bool {
    const VERBS: &[&str] = &[
        "book",
        "send",
        "submit",
        "request",
        "reserve",
        "apply",
        "register",
        "subscribe",
        "order",
        "get",
        "start",
        "join",
        "save",
        "continue",
        "create",
        "confirm",
        "schedule",
        "contact",
        "pay",
        "donate",
        "check",
        "find",
        "post",
        "publish",
        "upload",
    ];
    let lower = text.to_lowercase();
    let mut words = lower.split(' ');
    words.next().is_some_and(|first| VERBS.contains(&first)) && (1..=2).contains(&words.count())
}

/// "…, Cancel ride": on a phone, a short order that ends the prompt is what one presses.
pub(super) fn closing_command(brief: &mut crate::Brief) {
    const ALSO: &[&str] = &[
        "cancel", "view", "track", "call", "place", "buy", "rate", "share", "go", "see", "edit",
        "add", "checkout", "end", "open", "unlock",
    ];
    if brief.genre != Genre::MobileApp || brief.literals.iter().any(|l| l.role == Role::Button) {
        return;
    }
    let Some(at) = (0..brief.literals.len()).max_by_key(|at| brief.literals[*at].span.start) else {
        return;
    };
    let last = &brief.literals[at];
    let lower = last.text.to_lowercase();
    let first = lower.split(' ').next().unwrap_or_default();
    let words = lower.split(' ').count();
    let ordered = presses(&last.text) || (2..=3).contains(&words) && ALSO.contains(&first);
    let told = brief
        .pairs
        .iter()
        .any(|pair| pair.value == at || pair.label == Some(at));
    let plain = matches!(
        last.role,
        Role::Item | Role::Text | Role::Label | Role::Subtitle
    );
    let listed = brief.lists.iter().any(|list| {
        matches!(list.kind.as_str(), "task" | "step" | "habit" | "menu") && list.items.contains(&at)
    });
    if last.origin != crate::Origin::Quoted
        && last.text.starts_with(char::is_uppercase)
        && ordered
        && plain
        && !told
        && !listed
    {
        brief.literals[at].role = Role::Button;
        for list in &mut brief.lists {
            list.items.retain(|item| *item != at);
        }
    }
}

/// "Snooze and Stop": two usual words on buttons are a button each.
pub(super) fn part_pair(brief: &mut crate::Brief) {
    for at in 0..brief.literals.len() {
        let literal = brief.literals[at].clone();
        let Some((first, second)) = literal.text.split_once(" and ") else {
            continue;
        };
        if literal.origin == crate::Origin::Quoted || !is_usual(first) || !is_usual(second) {
            continue;
        }
        let start = literal.span.start;
        let own = &mut brief.literals[at];
        own.text = first.to_owned();
        own.span = start..start + first.len();
        own.role = Role::Button;
        let behind = literal.span.end - second.len()..literal.span.end;
        crate::outline::add(brief, behind, Role::Button);
        brief.order_literals();
        return;
    }
}

/// Usual words on buttons, lower case.
const CAPTIONS: &[&str] = &[
    "next",
    "skip",
    "back",
    "continue",
    "done",
    "save",
    "cancel",
    "ok",
    "submit",
    "send",
    "share",
    "follow",
    "message",
    "start",
    "stop",
    "pause",
    "retry",
    "accept",
    "decline",
    "confirm",
    "get started",
    "buy now",
    "add to cart",
    "log in",
    "sign up",
    "sign in",
    "learn more",
    "edit",
    "delete",
    "apply",
    "reset",
    "close",
    "finish",
    "maybe later",
    "not now",
    "try again",
    "book now",
    "order now",
    "view all",
    "checkout",
    "view basket",
    "view cart",
    "add to basket",
    "place order",
    "view order",
    "track order",
    "snooze",
    "dismiss",
];

/// Usual words on buttons in other languages, lower case.
const ABROAD: &[&str] = &[
    "in den warenkorb",
    "jetzt kaufen",
    "kaufen",
    "absenden",
    "senden",
    "weiter",
    "anmelden",
    "registrieren",
    "speichern",
    "abbrechen",
    "los geht's",
    "añadir al carrito",
    "comprar",
    "enviar",
    "continuar",
    "guardar",
    "cancelar",
    "ajouter au panier",
    "acheter",
    "envoyer",
    "valider",
    "continuer",
    "se connecter",
    "commencer",
    "réserver",
    "adicionar ao carrinho",
    "salvar",
    "entrar",
    "aggiungi al carrello",
    "acquista",
    "invia",
    "continua",
    "accedi",
    "in winkelwagen",
    "verzenden",
    "doorgaan",
    "inloggen",
    "do koszyka",
    "kup teraz",
    "wyślij",
    "dalej",
    "zaloguj się",
    "sepete ekle",
    "gönder",
    "devam",
    "giriş yap",
    "в корзину",
    "отправить",
    "продолжить",
    "войти",
    "до кошика",
    "надіслати",
    "увійти",
    "加入购物车",
    "提交",
    "登录",
    "カートに入れる",
    "送信",
    "ログイン",
    "장바구니에 담기",
    "전송",
    "로그인",
];
