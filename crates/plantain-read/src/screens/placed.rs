//! What texts of a screen are by the words around them: who wrote them, what they are called, whose figures they are.

use crate::{Brief, Genre, Origin, Role, Span};

/// Gives texts the parts that their neighbours tell.
pub(crate) fn settle(brief: &mut Brief) {
    if !super::is_interface(brief.genre) || !brief.records.is_empty() {
        return;
    }
    places_of_figures(brief);
    counted_buttons(brief);
    authors(brief);
    forecast_days(brief);
    last_of_list(brief);
    even_roles(brief);
    named_values(brief);
    same_person(brief);
    called_titles(brief);
    search_hints(brief);
    bars_with_prices(brief);
    heads_of_lists(brief);
    inked_dark(brief);
}

/// `bottom "18 min"`: where a figure stands is not its name.
fn places_of_figures(brief: &mut Brief) {
    const PLACES: &[&str] = &[
        "bottom", "top", "below", "under it", "left", "right", "unten", "oben", "darunter",
        "abajo", "arriba", "en bas", "en haut", "sotto", "sopra", "onder", "boven", "embaixo",
        "em cima",
    ];
    brief.pairs.retain(|pair| {
        pair.label.is_some() || !PLACES.contains(&pair.label_text.to_lowercase().as_str())
    });
}

/// "四个按钮：转账、收款": how many buttons there are is none of them; they follow, to the end of the sentence.
fn counted_buttons(brief: &mut Brief) {
    const COUNTS: &[&str] = &[
        "两个", "三个", "四个", "五个", "六个", "2つ", "3つ", "4つ", "두 개", "세 개", "네 개",
        "two", "three", "four", "five",
    ];
    let counts = |l: &crate::Literal| {
        l.role == Role::Button
            && l.origin != Origin::Quoted
            && COUNTS.contains(&l.text.to_lowercase().as_str())
    };
    let Some(at) = brief.literals.iter().position(counts) else {
        return;
    };
    let from = brief.literals[at].span.end;
    let end = brief.prompt[from..]
        .find(['.', '。', ';', '；', '\n'])
        .map_or(brief.prompt.len(), |end| from + end);
    let paired: Vec<usize> = brief
        .pairs
        .iter()
        .flat_map(|pair| pair.label.into_iter().chain([pair.value]))
        .collect();
    for (i, literal) in brief.literals.iter_mut().enumerate() {
        let within = literal.span.start > from && literal.span.end <= end;
        if within && !paired.contains(&i) && literal.role != Role::Title {
            literal.role = Role::Button;
        }
    }
    for list in &mut brief.lists {
        list.items
            .retain(|&item| brief.literals[item].role != Role::Button);
    }
    brief.remove_literal(at);
}

/// "Mon 28 sunny": what the weather will be is told of its day.
fn forecast_days(brief: &mut Brief) {
    if brief.genre != Genre::MobileApp {
        return;
    }
    let day = |literal: &crate::Literal| -> Option<usize> {
        let (day, rest) = literal.text.split_once(' ')?;
        let degrees = rest.split(' ').next()?.trim_end_matches(['°', 'C', 'F']);
        let measured = !degrees.is_empty() && degrees.parse::<i32>().is_ok();
        let told = measured && rest.contains(' ') && crate::forms::is_weekday(&day.to_lowercase());
        (told && literal.span.len() == literal.text.len()).then_some(day.len())
    };
    let days = brief.literals.iter().filter(|l| day(l).is_some()).count();
    if days < 2 {
        return;
    }
    for at in 0..brief.literals.len() {
        let Some(cut) = day(&brief.literals[at]) else {
            continue;
        };
        let span = brief.literals[at].span.clone();
        let own = &mut brief.literals[at];
        own.text.truncate(cut);
        own.span.end = span.start + cut;
        own.role = Role::Label;
        let value = crate::outline::add(brief, span.start + cut + 1..span.end, Role::Value);
        brief.pair(at, value);
    }
    brief.order_literals();
}

/// "Vegan, Dessert and 2 restaurants: …": the last of a list before what is counted next.
fn last_of_list(brief: &mut Brief) {
    let found = brief.pairs.iter().position(|pair| {
        let value = &brief.literals[pair.value].text;
        pair.label
            .is_some_and(|at| brief.literals[at].text.ends_with(" and"))
            && value.bytes().all(|b| b.is_ascii_digit())
    });
    let Some(pair) = found.map(|at| brief.pairs.remove(at)) else {
        return;
    };
    let Some(label) = pair.label else { return };
    let before = brief
        .literals
        .iter()
        .filter(|l| l.span.end <= brief.literals[label].span.start)
        .max_by_key(|l| l.span.end)
        .map(|l| (l.span.clone(), l.role));
    let literal = &mut brief.literals[label];
    let kept = literal.text.len() - " and".len();
    literal.text.truncate(kept);
    literal.span.end = literal.span.start + kept;
    if let Some((span, role)) = before {
        literal.role = role;
        let list = brief.lists.iter_mut().find(|list| {
            list.items
                .iter()
                .any(|&item| brief.literals[item].span == span)
        });
        if let Some(list) = list {
            list.items.push(label);
        }
    }
    brief.remove_literal(pair.value);
}

/// `Menu with "Edit profile", "My pets", "Payments"`: the first of several alike is no line under the title.
fn even_roles(brief: &mut Brief) {
    const RUN_MIN: usize = 3;
    let quotes = crate::quotes::find(&brief.prompt, &[]);
    let at = |n: usize| {
        let span: &Span = &quotes.get(n)?.inner;
        brief.literals.iter().position(|l| l.span == *span)
    };
    let mut found = Vec::new();
    for n in 0..quotes.len() {
        let run = (n + 1..quotes.len())
            .take_while(|&next| {
                let gap = &brief.prompt[quotes[next - 1].outer.end..quotes[next].outer.start];
                gap.split([' ', ',', '、', '，'])
                    .all(|word| matches!(word, "" | "and" | "y" | "e" | "et" | "und" | "en"))
            })
            .count()
            + 1;
        let Some(first) = at(n).filter(|_| run >= RUN_MIN) else {
            continue;
        };
        let alike = (n + 1..n + run).filter_map(at).all(|other| {
            matches!(
                brief.literals[other].role,
                Role::Body | Role::Item | Role::Text
            )
        });
        if alike && brief.literals[first].role == Role::Subtitle {
            found.push((first, at(n + 1)));
        }
    }
    for (first, next) in found {
        let role = next.map_or(Role::Item, |next| brief.literals[next].role);
        brief.literals[first].role = role;
    }
}

/// "список: Аня, Игорь … переписка с Игорем": a name in another case is that of the list.
fn same_person(brief: &mut Brief) {
    const ENDING_MAX: usize = 2;
    const STEM_MIN: usize = 3;
    if brief.genre != Genre::Chat {
        return;
    }
    let alike = |name: &str, other: &str| {
        let same = name
            .chars()
            .zip(other.chars())
            .take_while(|(a, b)| a == b)
            .count();
        let rest = |text: &str| text.chars().count() - same;
        name != other && same >= STEM_MIN && rest(name).max(rest(other)) <= ENDING_MAX
    };
    let Some(with) = brief.literals.iter().position(|l| l.role == Role::Person) else {
        return;
    };
    let listed = brief
        .literals
        .iter()
        .position(|l| l.role == Role::Item && alike(&l.text, &brief.literals[with].text));
    if let Some(listed) = listed {
        brief.literals[listed].role = Role::Person;
        for list in &mut brief.lists {
            list.items.retain(|item| *item != listed);
        }
        brief.remove_literal(with);
    }
}

/// "playlist screen called Rainy Kitchen": what a screen is called heads it.
fn called_titles(brief: &mut Brief) {
    if brief.literals.iter().any(|l| l.role == Role::Title) || brief.genre != Genre::MobileApp {
        return;
    }
    let called = brief.literals.iter().position(|literal| {
        let before = brief.prompt[..literal.span.start]
            .trim_end_matches(|c: char| c.is_whitespace() || "\"'“".contains(c));
        let name = matches!(literal.role, Role::Item | Role::Text | Role::Subtitle);
        name && before.ends_with(" called")
    });
    if let Some(at) = called {
        brief.literals[at].role = Role::Title;
        for list in &mut brief.lists {
            list.items.retain(|item| *item != at);
        }
    }
}

/// "search says What are you craving?": what stands in the search field.
fn search_hints(brief: &mut Brief) {
    const LEADS: &[&str] = &[
        "search says",
        "search bar says",
        "search field says",
        "search box says",
    ];
    for literal in &mut brief.literals {
        let before = brief.prompt[..literal.span.start].trim_end().to_lowercase();
        if LEADS.iter().any(|lead| before.ends_with(lead)) {
            literal.role = Role::Field;
        }
    }
}

/// `bottom bar "View cart · $22.40"`: a bar with a sum on it is pressed.
fn bars_with_prices(brief: &mut Brief) {
    for literal in &mut brief.literals {
        let priced = literal.text.contains(['$', '€', '£', '¥']);
        if literal.role == Role::Tab && priced && literal.text.contains(' ') {
            literal.role = Role::Button;
        }
    }
}

/// "메뉴: 떡볶이 5,000원": the word for a list is no second name of the house.
fn heads_of_lists(brief: &mut Brief) {
    let named = |l: &crate::Literal| {
        matches!(l.role, Role::Brand | Role::Title) && l.origin == Origin::Quoted
    };
    if !brief.literals.iter().any(named) || brief.language.0 == "en" {
        return;
    }
    let prompt = brief.prompt.clone();
    brief.remove_literals(|literal| {
        let behind = prompt.get(literal.span.end..).unwrap_or("");
        literal.role == Role::Brand
            && literal.origin != Origin::Quoted
            && behind.starts_with([':', '：'])
    });
}

/// "black with thin white type": white letters stand on a dark ground.
fn inked_dark(brief: &mut Brief) {
    let named = |color: &crate::Color, name: &str| color.name == name;
    let white = brief
        .look
        .ink
        .as_ref()
        .is_some_and(|ink| named(ink, "white"));
    let black = brief.look.palette.iter().any(|color| named(color, "black"));
    if white && black {
        brief.look.dark.get_or_insert(true);
    }
}

/// "League: Sapphire", "Condition: Good": a name and what is told of it, each in a word or two.
fn named_values(brief: &mut Brief) {
    const WORDS: usize = 2;
    let free = |brief: &Brief, at: usize| {
        let paired = brief
            .pairs
            .iter()
            .any(|pair| pair.value == at || pair.label == Some(at));
        let listed = brief.lists.iter().any(|list| list.items.contains(&at));
        let literal = &brief.literals[at];
        let role = matches!(
            literal.role,
            Role::Subtitle | Role::Body | Role::Text | Role::Label | Role::Item
        );
        role && !paired
            && !listed
            && literal.origin != Origin::Quoted
            && literal.text.starts_with(char::is_uppercase)
            && literal.text.split(' ').count() <= WORDS
    };
    if !matches!(
        brief.genre,
        Genre::WebPage | Genre::MobileApp | Genre::ProductGrid
    ) {
        return;
    }
    for at in 0..brief.literals.len() {
        let next = (0..brief.literals.len()).find(|&next| {
            let gap = brief
                .prompt
                .get(brief.literals[at].span.end..brief.literals[next].span.start);
            gap == Some(": ")
        });
        let Some(next) = next.filter(|&next| free(brief, at) && free(brief, next)) else {
            continue;
        };
        let behind = &brief.prompt[brief.literals[next].span.end..];
        if behind.starts_with(['.', ',', ';']) || behind.is_empty() {
            brief.literals[at].role = Role::Label;
            brief.literals[next].role = Role::Value;
            brief.pair(at, next);
        }
    }
}

/// `title "Why I sold my desk", by "Odette Kramer"`: who wrote it.
fn authors(brief: &mut Brief) {
    if brief.genre != Genre::WebPage {
        return;
    }
    for literal in &mut brief.literals {
        let before = brief.prompt[..literal.span.start]
            .trim_end_matches(|c: char| c.is_whitespace() || "\"'“".contains(c));
        let by = before.ends_with(" by") || before.ends_with(",by");
        if by && literal.origin == Origin::Quoted {
            literal.role = Role::Person;
        } else if literal.origin == Origin::Quoted
            && literal.role == Role::Body
            && crate::outline::is_date(literal.text.split('·').next().unwrap_or_default().trim())
        {
            literal.role = Role::Date;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn neighbours_tell_what_texts_are() {
        check_texts(&[
            (
                "playlist screen called Rainy Kitchen, songs: Slow Butter, Last Plum",
                &[
                    (Role::Title, "Rainy Kitchen"),
                    (Role::Item, "Slow Butter"),
                    (Role::Item, "Last Plum"),
                ],
            ),
            (
                "5 day forecast: Mon 28 sunny, Tue 26 sunny. city Zaragoza",
                &[
                    (Role::Label, "Mon"),
                    (Role::Value, "28 sunny"),
                    (Role::Label, "Tue"),
                    (Role::Value, "26 sunny"),
                    (Role::Place, "Zaragoza"),
                ],
            ),
        ]);
    }
}
