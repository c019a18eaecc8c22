//! Headings of a menu: "antipasti: bruschetta 6, caprese 8; primi: carbonara 13".

use super::{emit, literals_in, mending};
use crate::forms::FormKind;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Genre, Literal, Origin, Role};

/// Longest heading, in words.
const WORDS_MAX: usize = 3;

/// Sets the words before the colons of a list of prices as headings, and a name without a price as that of the house.
pub(super) fn read(reader: &mut Reader<'_>) {
    if !matches!(reader.brief.genre, Genre::Menu | Genre::Chalkboard) {
        return;
    }
    slashed(reader);
    headings(reader);
    led(reader);
    courses(reader);
    parting(reader);
    beside_quotes(reader);
    served(reader);
    house(reader);
}

/// `"Starter" "Beetroot carpaccio", "Main" "Sea bass" or "Risotto"`: the names of courses head what is served, where nothing has
/// a price.
fn served(reader: &mut Reader<'_>) {
    const COURSES: &[&str] = &[
        "starter",
        "starters",
        "appetizer",
        "appetizers",
        "first course",
        "soup",
        "salad",
        "main",
        "mains",
        "main course",
        "second course",
        "side",
        "sides",
        "cheese",
        "dessert",
        "desserts",
        "drinks",
        "entrée",
        "entree",
        "to start",
        "to finish",
        "vorspeise",
        "hauptgang",
        "nachspeise",
        "plat",
        "antipasti",
        "primo",
        "primi",
        "secondo",
        "secondi",
        "dolce",
        "dolci",
    ];
    const COURSES_MIN: usize = 2;
    let literals = &mut reader.brief.literals;
    let course = |l: &Literal| {
        l.origin == Origin::Quoted && COURSES.contains(&l.text.to_lowercase().as_str())
    };
    let heads = literals
        .windows(2)
        .filter(|pair| course(&pair[0]) && !course(&pair[1]));
    if heads.count() < COURSES_MIN || !reader.brief.pairs.is_empty() {
        return;
    }
    for literal in literals.iter_mut().filter(|l| course(l)) {
        literal.role = Role::Category;
    }
}

/// "Entrées, Soupe 7 €, Plats, Steak frites 16 €": names without a price, each before dishes that have one, head them.
fn parting(reader: &mut Reader<'_>) {
    let brief = &mut reader.brief;
    let mut order: Vec<usize> = (0..brief.literals.len()).collect();
    order.sort_by_key(|&at| brief.literals[at].span.start);
    let named = |at: usize| brief.pairs.iter().any(|pair| pair.label == Some(at));
    let bound = |at: usize| named(at) || brief.pairs.iter().any(|pair| pair.value == at);
    let heads: Vec<usize> = order
        .windows(2)
        .filter(|pair| {
            let head = &brief.literals[pair[0]];
            let plain = head.text.split(' ').count() <= WORDS_MAX
                && !head.text.contains(|c: char| c.is_ascii_digit());
            matches!(head.role, Role::Item | Role::Text | Role::Subtitle)
                && head.origin != Origin::Quoted
                && plain
                && !bound(pair[0])
                && named(pair[1])
        })
        .map(|pair| pair[0])
        .collect();
    let opens = order
        .iter()
        .find(|&&at| heads.contains(&at) || named(at))
        .is_some_and(|at| heads.contains(at));
    if heads.len() < 2 || !opens {
        return;
    }
    for head in heads {
        brief.literals[head].role = Role::Category;
    }
}

/// "extra '+ sprinkles 50¢'": where the dishes are quoted, a word in small letters before one of them only says what it is.
fn beside_quotes(reader: &mut Reader<'_>) {
    const QUOTES_MIN: usize = 3;
    let literals = &reader.brief.literals;
    let quoted = |l: &Literal| l.origin == Origin::Quoted;
    if literals.iter().filter(|l| quoted(l)).count() < QUOTES_MIN {
        return;
    }
    let found = literals.iter().position(|l| {
        let follows = reader.prompt[l.span.end..].trim_start_matches([' ', ':']);
        !quoted(l)
            && l.role != Role::Title
            && l.text.chars().all(char::is_lowercase)
            && follows.starts_with(['"', '\'', '“', '‘', '«', '„'])
    });
    if let Some(index) = found {
        mending::remove_literal(reader, index);
    }
}

/// "Merlot 6 / 24", "Wine by the glass / bottle": what a slash joins behind a price or in a title is one text.
fn slashed(reader: &mut Reader<'_>) {
    let figure = |text: &str| {
        text.trim_start_matches(['$', '€', '£', '¥'])
            .starts_with(|c: char| c.is_ascii_digit())
    };
    let joined = |reader: &Reader<'_>, at: usize| {
        let [first, second] = [at, at + 1].map(|at| &reader.brief.literals[at]);
        let between = reader.prompt.get(first.span.end..second.span.start);
        let title = first.role == Role::Title && first.origin == Origin::Introduced;
        between.is_some_and(|between| between.trim() == "/")
            && second.origin != Origin::Quoted
            && (title || figure(&first.text) && figure(&second.text))
    };
    numbered_names(reader);
    unnamed_prices(reader);
    reader.brief.order_literals();
    let mut at = 0;
    while at + 1 < reader.brief.literals.len() {
        if joined(reader, at) {
            let end = reader.brief.literals[at + 1].span.end;
            mending::remove_literal(reader, at + 1);
            let first = &mut reader.brief.literals[at];
            first.span.end = end;
            first.text = reader.prompt[first.span.clone()].to_string();
        } else {
            at += 1;
        }
    }
}

/// "French 75 13": of two numbers behind a name the last is the price, the other ends the name.
fn numbered_names(reader: &mut Reader<'_>) {
    let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    reader.brief.order_literals();
    let mut at = 0;
    while at + 2 < reader.brief.literals.len() {
        let [name, first, price] = [0, 1, 2].map(|n| &reader.brief.literals[at + n]);
        let touch =
            |a: &Literal, b: &Literal| reader.prompt.get(a.span.end..b.span.start) == Some(" ");
        let told = [name, first, price]
            .iter()
            .all(|l| l.origin != Origin::Quoted)
            && !name.text.contains(|c: char| c.is_ascii_digit())
            && number(&first.text)
            && number(&price.text)
            && touch(name, first)
            && touch(first, price);
        if told {
            let end = first.span.end;
            mending::remove_literal(reader, at + 1);
            let name = &mut reader.brief.literals[at];
            name.span.end = end;
            name.text = reader.prompt[name.span.clone()].to_string();
            reader.brief.literals[at + 1].role = Role::Value;
            reader.brief.pair(at, at + 1);
        }
        at += 1;
    }
}

/// "Flat white 3.50/4.20": two prices without a blank behind a name are its value.
fn unnamed_prices(reader: &mut Reader<'_>) {
    let price = |text: &str| {
        text.trim_start_matches(['$', '€', '£', '¥'])
            .parse::<f64>()
            .is_ok()
    };
    for index in 0..reader.brief.literals.len() {
        let item = &reader.brief.literals[index];
        let prices = item.text.rsplit_once(' ').filter(|(_, prices)| {
            prices
                .split_once('/')
                .is_some_and(|(first, second)| price(first) && price(second))
        });
        let Some((name, prices)) = prices.filter(|_| {
            matches!(item.role, Role::Item | Role::Text) && item.origin != Origin::Quoted
        }) else {
            continue;
        };
        let (name, prices) = (name.to_string(), prices.to_string());
        let end = item.span.end;
        reader.brief.literals.push(Literal {
            span: end - prices.len()..end,
            text: prices,
            role: Role::Value,
            ..item.clone()
        });
        let value = reader.brief.literals.len() - 1;
        let item = &mut reader.brief.literals[index];
        item.span.end = item.span.start + name.len();
        item.text.clone_from(&name);
        reader.brief.pair(index, value);
    }
}

fn headings(reader: &mut Reader<'_>) {
    let found: Vec<(usize, usize)> = (1..reader.len())
        .filter(|&at| reader.sep(at, Sep::Colon) && is_priced(reader, at + 1))
        .filter_map(|colon| {
            let from = reader.clause_start(colon);
            let told = (1..=WORDS_MAX).contains(&colon.saturating_sub(from))
                && (from..colon).all(|at| {
                    reader.tokens[at].is_word()
                        && matches!(
                            reader.uses[at],
                            Use::Free | Use::Topic | Use::Literal | Use::Object | Use::Role
                        )
                });
            told.then_some((from, colon))
        })
        .collect();
    // "…, Tiramisù 5. drinks: Coke 3": one heading parts a list when dishes stand before it.
    let parts = found.first().is_some_and(|&(from, _)| {
        from > 0 && reader.sep(from - 1, Sep::Stop) && is_priced_before(reader, from)
    });
    if found.len() < 2 && !parts {
        return;
    }
    for (from, to) in found {
        match literals_in(reader, from, to)[..] {
            [] => emit(reader, from, to, Role::Category),
            [index] if reader.brief.literals[index].origin != Origin::Quoted => {
                reader.brief.literals[index].role = Role::Category;
            }
            _ => {}
        }
    }
    reader.brief.order_literals();
}

/// "…, Funghi 10; drinks Cola 2.50": a word for a course in small letters opens its part without a colon.
fn led(reader: &mut Reader<'_>) {
    let heads = |at: usize| {
        let opens = [Sep::Semi, Sep::Stop, Sep::Line]
            .iter()
            .any(|sep| reader.sep(at - 1, *sep));
        opens
            && reader.is_lower(at)
            && reader.uses[at] != Use::Literal
            && COURSES.contains(&reader.key(at))
            && reader.is_capital(at + 1)
            && is_priced(reader, at + 1)
    };
    let found: Vec<usize> = (1..reader.len()).filter(|&at| heads(at)).collect();
    for at in found {
        emit(reader, at, at + 1, Role::Category);
    }
    reader.brief.order_literals();
}

/// Whether a line with a price stands before a token.
fn is_priced_before(reader: &Reader<'_>, at: usize) -> bool {
    let pairs = &reader.brief.pairs;
    let start = reader.tokens[at].span.start;
    pairs
        .iter()
        .any(|pair| reader.brief.literals[pair.value].span.end <= start)
}

/// Words that head the dish behind them: "Starter Burrata".
const COURSES: &[&str] = &[
    "starter",
    "starters",
    "appetizer",
    "appetizers",
    "main",
    "mains",
    "dessert",
    "desserts",
    "sides",
    "drinks",
    "snacks",
    "extras",
    "salads",
    "soups",
    "cocktails",
    "wines",
    "beers",
    "entree",
    "entrees",
    "soup",
    "salad",
];

/// Fewest courses of a set menu.
const COURSES_MIN: usize = 2;

/// "Starter Burrata with tomatoes, Main Sea bass, Dessert Lemon tart": parts the course from its dish.
fn courses(reader: &mut Reader<'_>) {
    let found: Vec<(usize, usize)> = (0..reader.brief.literals.len())
        .filter_map(|index| {
            let literal = &reader.brief.literals[index];
            let (course, dish) = literal.text.split_once(' ')?;
            let named = COURSES.contains(&course.to_lowercase().as_str())
                && course.starts_with(char::is_uppercase)
                && dish.starts_with(char::is_uppercase)
                && literal.origin != Origin::Quoted;
            let priced = reader
                .brief
                .pairs
                .iter()
                .any(|pair| pair.label == Some(index));
            (named && !priced).then_some((index, course.len()))
        })
        .collect();
    if found.len() < COURSES_MIN {
        return;
    }
    for (index, len) in found {
        let literal = &mut reader.brief.literals[index];
        let mut head = literal.clone();
        head.text.truncate(len);
        head.span.end = head.span.start + len;
        head.role = Role::Category;
        literal.text = literal.text[len..].trim_start().to_owned();
        literal.span.start = literal.span.end - literal.text.len();
        literal.role = Role::Item;
        reader.brief.literals.push(head);
    }
    reader.brief.order_literals();
}

/// Whether a price or a bare number stands in the first lines from a token on.
fn is_priced(reader: &Reader<'_>, from: usize) -> bool {
    let end = reader.clause_end(from.min(reader.len()));
    (from..end).any(|at| {
        reader.tokens[at].kind == Kind::Number
            || matches!(reader.form(at), Some(FormKind::Price | FormKind::Figure))
    })
}

/// "…, Apfelstrudel 6,50 €, Gasthaus zum Hirsch": the only name without a price is that of the house.
fn house(reader: &mut Reader<'_>) {
    let brief = &reader.brief;
    let titled = brief.literals.iter().any(|l| l.role == Role::Title);
    if titled || brief.pairs.len() < 2 {
        return;
    }
    let paired = |index: usize| {
        brief
            .pairs
            .iter()
            .any(|p| p.value == index || p.label == Some(index))
    };
    let lone: Vec<usize> = (0..brief.literals.len())
        .filter(|&index| {
            !paired(index)
                && matches!(
                    brief.literals[index].role,
                    Role::Item | Role::Text | Role::Subtitle | Role::Place
                )
        })
        .collect();
    let [index] = lone[..] else { return };
    let text = &brief.literals[index].text;
    let named = text.starts_with(char::is_uppercase)
        && (2..=5).contains(&text.split_whitespace().count())
        && !text.chars().any(|c| c.is_ascii_digit());
    if named {
        reader.brief.literals[index].role = Role::Title;
        for list in &mut reader.brief.lists {
            list.items.retain(|&item| item != index);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Role, read};

    #[test]
    fn menus_have_their_courses_and_their_house() {
        for (prompt, role, want) in [
            (
                "menu for Da Gino: antipasti: bruschetta 6, caprese 8; primi: carbonara 13, cacio e pepe 12; dolci: tiramisu 7",
                Role::Category,
                "antipasti|primi|dolci",
            ),
            (
                "menu pizzeria Da Marco: Margherita 8, Tiramisù 5. drinks: Coke 3, Birra Moretti 4",
                Role::Category,
                "drinks",
            ),
            (
                "pizza menu: Margherita 9.50, Funghi 10; drinks Cola 2.50, Water 2. title Da Enzo",
                Role::Category,
                "drinks",
            ),
            (
                "menu, The Anchor: Fish and chips 9, Cacio e pepe 15, Steak 16",
                Role::Item,
                "Fish and chips|Cacio e pepe|Steak",
            ),
            (
                "carte de restaurant : Entrées, Soupe à l'oignon 7 €, Plats, Steak frites 16 €, Desserts, Crème brûlée 6 €",
                Role::Category,
                "Entrées|Plats|Desserts",
            ),
            (
                "ice cream menu: 'Single scoop' '$3.50' 'Sundae' '$7.25', extra '+ sprinkles'",
                Role::Item,
                "Single scoop|Sundae|+ sprinkles",
            ),
            (
                "wine list: Merlot 6 / 24, Prosecco 8 / 32, title Wine by the glass / bottle",
                Role::Title,
                "Wine by the glass / bottle",
            ),
            (
                "cafe menu: Flat white 3.50/4.20, Mocha 4/5, Merlot 6 / 24",
                Role::Value,
                "3.50/4.20|4/5|6 / 24",
            ),
            (
                "wedding menu card: Starter Burrata with tomatoes, Main Sea bass, Dessert Lemon tart",
                Role::Item,
                "Burrata with tomatoes|Sea bass|Lemon tart",
            ),
            (
                "Speisekarte: Schnitzel mit Pommes 14,50 €, Käsespätzle 11,90 €, Gasthaus zum Hirsch",
                Role::Title,
                "Gasthaus zum Hirsch",
            ),
        ] {
            let brief = read(prompt);
            let found: Vec<&str> = brief
                .literals
                .iter()
                .filter(|l| l.role == role)
                .map(|l| l.text.as_str())
                .collect();
            assert_eq!(found.join("|"), want, "{prompt}");
        }
    }
}
