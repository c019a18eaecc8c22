//! Reads the plans of a pricing page: "Basic 9 € per month with 1 project and 5 GB, Plus $19/mo: priority support".

mod buttons;
mod priced;
mod stress;
mod terms;

use crate::outline::{add, clauses, lowered, trimmed};
use crate::{Brief, Genre, Origin, Role, Span};
use buttons::{buttons, buttons_lead};
use priced::{plan, priced};
use stress::{stresses, without_stresses};
use terms::{in_one_term, unmarked, with_features};

/// A plan by its stretches of the prompt.
#[derive(Debug, Clone)]
struct Told {
    name: Span,
    /// None where the name says that nothing is paid ("Free").
    price: Option<Span>,
    holds: Vec<Span>,
    /// What its mark says.
    badge: Option<Span>,
}

/// Words of a plan's name, at most.
const NAME_WORDS_MAX: usize = 3;

/// Words that lead to what a plan holds.
const LEADS: &[&str] = &[
    "with ",
    "includes ",
    "including ",
    "incl. ",
    "for ",
    "gets you ",
    "gives ",
    "mit ",
    "con ",
    "avec ",
    "com ",
];

/// Words that part what a plan holds.
const JOINTS: &[&str] = &[
    " and ", " + ", " & ", " plus ", " und ", " y ", " et ", " e ",
];

/// Marks that a plan wears; none of them is something that it holds.
const MARKS: &[&str] = &[
    "most popular",
    "popular",
    "recommended",
    "best value",
    "best seller",
    "bestseller",
    "our pick",
    "empfohlen",
    "am beliebtesten",
    "beliebt",
    "recomendado",
    "más popular",
    "recommandé",
    "le plus populaire",
    "consigliato",
    "più popolare",
    "mais popular",
    "aanbevolen",
    "populairst",
    "polecany",
    "önerilen",
    "en popüler",
    "рекомендуем",
    "рекомендуємо",
];

/// Puts plans, prices and what they hold in order where at least two plans are told with more than name and price.
pub(crate) fn settle(brief: &mut Brief) {
    if brief.genre != Genre::Pricing || !brief.records.is_empty() {
        return;
    }
    let lower = lowered(&brief.prompt);
    pointed_at(brief, &lower);
    without_stresses(brief, &lower);
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let language = brief.language.0.clone();
    let mut told = plans(&brief.prompt, &lower, start, &language);
    if told.len() < 2 {
        told = bare(&brief.prompt, start);
    }
    let quoted = |span: &Span| {
        brief
            .literals
            .iter()
            .any(|l| l.origin == Origin::Quoted && l.meets(span))
    };
    if told.len() < 2 || told.iter().any(|plan| quoted(&plan.name)) {
        return;
    }
    let mut desk = Brief {
        prompt: brief.prompt.clone(),
        ..Brief::default()
    };
    let told = in_one_term(told, &lower);
    let told = with_features(told, &brief.prompt, &lower);
    let told = unmarked(told, &brief.prompt, &lower);
    let mut reach = told[0].name.start..0;
    for plan in told {
        let name = add(&mut desk, plan.name, Role::Item);
        if let Some(price) = plan.price {
            let value = add(&mut desk, price, Role::Price);
            desk.pair(name, value);
        }
        if let Some(badge) = plan.badge {
            add(&mut desk, badge, Role::Badge);
        }
        for line in plan.holds {
            let mark = MARKS.contains(&&lower[line.clone()]);
            add(&mut desk, line, if mark { Role::Badge } else { Role::Text });
        }
        let ends = desk.literals.iter().map(|literal| literal.span.end);
        reach.end = ends.max().unwrap_or(0);
    }
    for span in buttons(&brief.prompt, &lower, reach.end, &language) {
        if !quoted(&span) {
            add(&mut desk, span, Role::Button);
        }
    }
    for literal in &brief.literals {
        let inside = literal.span.end > reach.start && literal.span.start < reach.end;
        let again = desk.literals.iter().any(|l| l.text == literal.text);
        let framed = matches!(
            literal.role,
            Role::Button | Role::Title | Role::Brand | Role::Badge | Role::Subtitle | Role::Link
        ) || literal.origin == Origin::Quoted;
        let steers = speaks_of_page(&lower[literal.span.clone()], &language)
            && literal.origin != Origin::Quoted;
        if !inside && !again && framed && !steers {
            desk.literals.push(literal.clone());
        }
    }
    brief.literals = desk.literals;
    brief.pairs = desk.pairs;
    brief.lists.clear();
    brief.data.clear();
}

/// `badge "Most popular" on Growth`: a plan that is named again to say where something goes is no further text.
fn pointed_at(brief: &mut Brief, lower: &str) {
    let quoted: Vec<String> = brief
        .literals
        .iter()
        .filter(|l| l.origin == Origin::Quoted)
        .map(|l| l.text.to_lowercase())
        .collect();
    brief.remove_literals(|l: &crate::Literal| {
        let before = lower.get(..l.span.start).unwrap_or("").trim_end();
        l.origin != Origin::Quoted
            && quoted.contains(&l.text.to_lowercase())
            && [" on", " for", " at", " above"]
                .iter()
                .any(|joint| before.ends_with(joint))
    });
}

/// The plans, each from its name to the name of the next.
fn plans(prompt: &str, lower: &str, start: usize, language: &str) -> Vec<Told> {
    let mut out: Vec<Told> = Vec::new();
    let clauses = clauses(prompt, start);
    // The clause before, which may be the name of the plan whose price follows.
    let mut before: Option<Span> = None;
    let mut ordered = false;
    for mut clause in clauses
        .into_iter()
        .flat_map(|clause| bracketed(lower, clause))
        .flat_map(|clause| joined(prompt, lower, clause))
    {
        for lead in ["and ", "then "] {
            if lower[clause.clone()].starts_with(lead) {
                clause.start += lead.len();
            }
        }
        if buttons_lead(&lower[clause.clone()]).is_some() {
            ordered = out.len() >= 2;
            before = None;
            continue;
        }
        if out.is_empty() {
            clause.start += counted(&lower[clause.clone()]);
            // "pricing with Basic $9"
            if lower[clause.clone()].trim_start().starts_with("with ") {
                let lead = lower[clause.clone()].find("with ").unwrap_or(0);
                clause.start += lead + "with ".len();
            }
        }
        if let Some(told) = priced(prompt, lower, &clause, before.take(), &mut out) {
            out.push(told);
            continue;
        }
        before = Some(clause.clone());
        // "plans: Basic …", "in German: Basis 9 €": small words before a colon lead to the first plan.
        let small = prompt[clause.clone()]
            .trim_start()
            .starts_with(char::is_lowercase);
        if out.is_empty()
            && let Some(colon) = lower[clause.clone()].find(": ")
            && (small && colon > 0 && led(&lower[clause.start..clause.start + colon])
                || plan(prompt, lower, clause.clone()).is_none())
        {
            clause.start += colon + 2;
        }
        match plan(prompt, lower, clause.clone()) {
            Some(plan) => {
                ordered = false;
                out.push(plan);
            }
            // What follows an order for the page is no part of a plan, up to the next.
            None if speaks_of_page(&lower[clause.clone()], language) => ordered = out.len() >= 2,
            None if ordered => {}
            None => {
                if let Some(last) = out.last_mut() {
                    last.holds.extend(parts(prompt, lower, clause));
                }
            }
        }
    }
    out
}

/// "Team 12€ (20 projects, 50 GB) and Business 49€ (…)": a word between brackets that close and names parts two plans.
fn bracketed(lower: &str, clause: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut from = clause.start;
    for (at, _) in lower[clause.clone()].match_indices(')') {
        let behind = clause.start + at + 1;
        let rest = &lower[behind..clause.end];
        let joint = JOINTS.iter().find(|joint| rest.starts_with(**joint));
        if let Some(joint) = joint {
            out.push(from..behind);
            from = behind + joint.len();
        }
    }
    out.push(from..clause.end);
    out
}

/// "Solo 12 dollars and Team 48 dollars": two plans in one clause.
fn joined(prompt: &str, lower: &str, clause: Span) -> Vec<Span> {
    const JOINT: &str = " and ";
    let Some(at) = lower[clause.clone()].find(JOINT) else {
        return vec![clause];
    };
    let first = clause.start..clause.start + at;
    let second = first.end + JOINT.len()..clause.end;
    let both = plan(prompt, lower, first.clone()).is_some()
        && plan(prompt, lower, second.clone()).is_some();
    if both {
        vec![first, second]
    } else {
        vec![clause]
    }
}

/// "4 tiers Hobby $0": length of the words that count the plans.
fn counted(clause: &str) -> usize {
    let mut words = clause.split(' ');
    let (Some(count), Some(what)) = (words.next(), words.next()) else {
        return 0;
    };
    let number = count.bytes().all(|b| b.is_ascii_digit())
        || matches!(
            count,
            "two" | "three" | "four" | "five" | "zwei" | "drei" | "vier" | "tres" | "trois"
        );
    let plans = matches!(
        what.trim_end_matches(':'),
        "plans"
            | "tiers"
            | "packages"
            | "options"
            | "levels"
            | "tarife"
            | "pläne"
            | "planes"
            | "planos"
            | "forfaits"
            | "offres"
            | "piani"
            | "plannen"
            | "plany"
    );
    if number && plans && words.next().is_some() {
        count.len() + what.len() + 2
    } else {
        0
    }
}

/// Whether a clause steers the page instead of telling what a plan holds.
fn speaks_of_page(clause: &str, language: &str) -> bool {
    let english = [
        "button",
        "highlight",
        "empfohlen",
        "recommandé",
        "popular",
        "recommended",
        "headline",
        "title",
        "background",
        "style",
        "theme",
        "toggle",
        "badge",
        "best value",
        "dark",
        "colors",
        "colour",
        "layout",
        "cta",
        "each ",
        "mark ",
        "footer",
        "logo",
    ];
    let pressed = language != "en"
        && matches!(
            crate::english(clause, language).split(' ').next(),
            Some("button" | "buttons")
        );
    stresses(clause, language) || pressed || english.iter().any(|word| clause.contains(word))
}

/// Whether the small words before a colon lead to the first plan: several, or one of the asking ("pls: …").
fn led(words: &str) -> bool {
    words.contains(' ') || matches!(words, "pls" | "plz" | "please")
}

/// "Solo 0, Team 15, Org 49": names with whole numbers right behind them, where no clause tells a price as such.
fn bare(prompt: &str, start: usize) -> Vec<Told> {
    let mut out: Vec<Told> = Vec::new();
    for clause in clauses(prompt, start) {
        let from = prompt[clause.clone()]
            .rfind(": ")
            .map_or(clause.start, |colon| clause.start + colon + 2);
        // "Org 49. Team most popular": a stop behind a figure cuts no clause.
        let text = &prompt[from..clause.end];
        let stop = text.find(". ");
        let text = &text[..stop.unwrap_or(text.len())];
        let told = text.rsplit_once(' ').filter(|(name, price)| {
            let words = name.split(' ').count();
            name.starts_with(char::is_uppercase)
                && words <= NAME_WORDS_MAX
                && name.chars().all(|c| c.is_alphabetic() || c == ' ')
                && price.bytes().all(|b| b.is_ascii_digit())
        });
        match told {
            Some((name, price)) => out.push(Told {
                name: from..from + name.len(),
                price: Some(from + text.len() - price.len()..from + text.len()),
                holds: Vec::new(),
                badge: None,
            }),
            None if out.len() >= 2 => break,
            None => out.clear(),
        }
        if stop.is_some() && out.len() >= 2 {
            break;
        }
    }
    out
}

/// What a stretch tells a plan to hold, one text each.
fn parts(prompt: &str, lower: &str, span: Span) -> Vec<Span> {
    let marks = |c: char| c.is_whitespace() || "():-–—,".contains(c);
    let text = &lower[span.clone()];
    let mut start = span.start + (text.len() - text.trim_start_matches(marks).len());
    let end = span.start + text.trim_end_matches(marks).len();
    if start >= end {
        return Vec::new();
    }
    for lead in LEADS {
        if lower[start..end].starts_with(lead) {
            start += lead.len();
            break;
        }
    }
    let mut out = Vec::new();
    let mut from = start;
    while from < end {
        let cut = JOINTS
            .iter()
            .filter_map(|joint| {
                lower[from..end]
                    .find(joint)
                    .map(|at| (from + at, joint.len()))
            })
            .chain(lower[from..end].find(", ").map(|at| (from + at, 2)))
            .min();
        let (to, len) = cut.unwrap_or((end, 0));
        out.extend(trimmed(prompt, from..to));
        from = to + len.max(1);
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn plans_have_prices_and_what_they_hold() {
        for (prompt, want) in [
            (
                "pricing: Basic 9€ per month with 1 project and 5 GB, Plus 19€ per month with 10 projects and 50 GB, Max 49€ unlimited. Plus is most popular",
                "Basic|9€ per month|1 project|5 GB|Plus|19€ per month|10 projects|50 GB|Max|49€|unlimited",
            ),
            (
                "pricing page three plans: Free $0, Team $12/mo, Firm $29/mo. highlight Team as most popular, buttons Start free, Try Team, Contact sales",
                "Free|$0|Team|$12/mo|Firm|$29/mo|Start free|Try Team|Contact sales",
            ),
            (
                "pricing page, 3 plans. Solo free for 1 user. Studio €19/mo up to 5 users, highlighted as most popular. Agency €59/mo unlimited users + priority support. Headline: Grow with us",
                "Solo|free|1 user|Studio|€19/mo|up to 5 users|Agency|€59/mo|unlimited users|priority support|Grow with us",
            ),
            (
                "pricing page for a dog walking app, 3 plans: Puppy free, Walker $12/mo, Pack $29/mo. highlight the middle one. button says Start walking",
                "Puppy|free|Walker|$12/mo|Pack|$29/mo|Start walking",
            ),
            (
                "pricing page, three plans: Basic $0, Plus $12, Team $29. Plus highlighted as Most popular. Button Start free trial",
                "Basic|$0|Plus|$12|Team|$29|Start free trial",
            ),
            (
                "pricing page Solo $0 unlimited lists 1 user, Crew $9/mo all users shared boards",
                "Solo|$0|unlimited lists|1 user|Crew|$9/mo|all users|shared boards",
            ),
            (
                "pricing table Hobby free, Pro $15/mo, Max $49/mo. Pro has badge Best value. features: 1 project, 10 projects, unlimited projects",
                "Hobby|free|1 project|Pro|$15/mo|Best value|10 projects|Max|$49/mo|unlimited projects",
            ),
            (
                "pricing page: \"Starter\" \"$9/mo\", \"Growth\" \"$29/mo\", badge \"Most popular\" on Growth",
                "Starter|$9/mo|Growth|$29/mo|Most popular",
            ),
            (
                "pricing page: Starter $0, Growth $29, Scale $99 per month, button Choose plan",
                "Starter|$0|Growth|$29|Scale|$99|Choose plan",
            ),
            (
                "pricing page for a note app - free $0, plus $6/mo, team $12/user, highlight plus",
                "free|$0|plus|$6/mo|team|$12/user",
            ),
            (
                "pricing page, 3 plans: Free 0€ (1 project, 100 MB), Team 12€/month (20 projects, priority support) and Max 49€/month (SSO). highlight Team. headline \"Pick one\"",
                "Free|0€|1 project|100 MB|Team|12€/month|20 projects|priority support|Max|49€/month|SSO|Pick one",
            ),
            (
                "SaaS pricing 4 tiers Hobby $0, Pro $15, Team $39, Enterprise custom; monthly/yearly toggle; FAQ below",
                "Hobby|$0|Pro|$15|Team|$39|Enterprise|custom",
            ),
            (
                "page tarifs: Solo 9 €, Équipe 19 €, bouton Choisir",
                "Solo|9 €|Équipe|19 €|Choisir",
            ),
            (
                "страница тарифов: Старт 300 ₽, Про 900 ₽, кнопка Выбрать",
                "Старт|300 ₽|Про|900 ₽|Выбрать",
            ),
            (
                "página de precios: Básico 9 €, Equipo 19 €, destaca Equipo",
                "Básico|9 €|Equipo|19 €",
            ),
            (
                "prijzenpagina: Solo € 9, Team € 19, markeer Team",
                "Solo|€ 9|Team|€ 19",
            ),
            (
                "料金ページ:ライト 900円、プロ 1900円、プロを目立たせて",
                "ライト|900円|プロ|1900円",
            ),
            (
                "pricing with Basic $9, Plus $19. button Start",
                "Basic|$9|Plus|$19|Start",
            ),
            (
                "pricing table in German: Basis 9 €/Monat, Profi 49 €/Monat",
                "Basis|9 €/Monat|Profi|49 €/Monat",
            ),
            (
                "Preisseite: Basis kostenlos, Plus 8 €/Monat, Familie 14 €/Monat. Plus empfohlen",
                "Basis|kostenlos|Plus|8 €/Monat|Familie|14 €/Monat",
            ),
            (
                "pricing table. Solo: $8 a month, 1 seat, email help; Studio: $24 a month, 5 seats, phone help",
                "Solo|$8 a month|1 seat|email help|Studio|$24 a month|5 seats|phone help",
            ),
            (
                "pricing page: Light $5 (2 rooms), House $15 (recommended, 8 rooms), Hotel $60",
                "Light|$5|2 rooms|House|$15|recommended|8 rooms|Hotel|$60",
            ),
        ] {
            let brief = read(prompt);
            let found: Vec<&str> = brief.literals.iter().map(|l| l.text.as_str()).collect();
            assert_eq!(found.join("|"), want, "{prompt}");
        }
    }
}
