//! What a diagram is about, where the language tells it in the genitive: "график продаж" is headed "График продаж",
//! for "Продаж" alone is no heading.

use crate::literals::capitalized;
use crate::{Brief, Genre, Origin, Role, Span};

/// How the words of a language look in the genitive.
struct Genitive {
    language: &'static str,
    endings: &'static [&'static str],
    /// Words with such an ending that are mostly meant as they stand: nominatives of charts and plans.
    nominatives: &'static [&'static str],
    /// Genitives of the plural that have lost their ending.
    bare: &'static [&'static str],
}

/// The Slavic languages that need no small word between a diagram and what it is about.
const GENITIVES: &[Genitive] = &[
    Genitive {
        language: "ru",
        endings: &[
            "ов", "ев", "ёв", "ей", "ий", "их", "ых", "ого", "его", "ой", "а", "я", "ы", "и",
        ],
        nominatives: &[
            "расходы",
            "доходы",
            "продажи",
            "цены",
            "выручка",
            "погода",
            "температура",
            "зарплата",
            "этапы",
            "шаги",
            "итоги",
            "результаты",
            "динамика",
            "структура",
            "команда",
            "неделя",
            "затраты",
        ],
        bare: &[
            "продаж",
            "цен",
            "затрат",
            "покупок",
            "услуг",
            "стран",
            "задач",
            "школ",
            "книг",
            "погод",
        ],
    },
    Genitive {
        language: "uk",
        endings: &[
            "ів", "їв", "ей", "их", "іх", "ого", "ої", "у", "ю", "а", "я", "и", "і", "ії",
        ],
        nominatives: &[
            "витрати",
            "доходи",
            "продажі",
            "ціни",
            "виручка",
            "погода",
            "температура",
            "зарплата",
            "етапи",
            "кроки",
            "підсумки",
            "результати",
            "динаміка",
            "структура",
            "команда",
            "тижня",
        ],
        bare: &[
            "витрат",
            "продаж",
            "цін",
            "послуг",
            "країн",
            "задач",
            "шкіл",
            "книг",
        ],
    },
    Genitive {
        language: "pl",
        endings: &["ów", "u", "y", "i", "ego", "ej", "ych", "ich"],
        nominatives: &[
            "koszty",
            "wydatki",
            "wyniki",
            "przychody",
            "dochody",
            "zyski",
            "etapy",
            "kroki",
            "ceny",
            "zarobki",
        ],
        bare: &["cen", "usług", "książek", "szkół", "sprzedaż"],
    },
];

/// Gives headings and topics in the genitive the word that they depend on.
pub(crate) fn settle(brief: &mut Brief) {
    let headed = matches!(
        brief.genre,
        Genre::Chart
            | Genre::Timeline
            | Genre::FlowChart
            | Genre::OrgChart
            | Genre::MindMap
            | Genre::Table
            | Genre::Infographic
            | Genre::LabelledDiagram
            | Genre::Cycle
            | Genre::Map
    );
    let language = brief.language.0.clone();
    let Some(forms) = GENITIVES.iter().find(|g| g.language == language) else {
        return;
    };
    let Some(genre) = brief.genre_span.clone().filter(|_| headed) else {
        return;
    };
    let follows = |span: &Span| {
        span.start > genre.end
            && brief.prompt[genre.end..span.start].trim().is_empty()
            && forms.holds(&brief.prompt[span.clone()])
    };
    let title = brief
        .literals
        .iter()
        .position(|l| l.role == Role::Title && l.origin == Origin::Inferred && follows(&l.span));
    if let Some(at) = title {
        let span = genre.start..brief.literals[at].span.end;
        brief.literals[at].text = capitalized(&brief.prompt[span.clone()]);
        brief.literals[at].span = span;
        return;
    }
    let behind =
        genre.end + brief.prompt[genre.end..].len() - brief.prompt[genre.end..].trim_start().len();
    let about = brief
        .subject
        .as_deref()
        .filter(|subject| brief.prompt[behind..].starts_with(subject))
        .map(|subject| behind..behind + subject.len())
        .filter(|span| follows(span));
    if let Some(span) = about {
        brief.subject = Some(brief.prompt[genre.start..span.end].to_string());
    }
}

impl Genitive {
    /// Whether a text begins with a word in the genitive.
    fn holds(&self, text: &str) -> bool {
        let first = text
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .to_lowercase();
        let ends = self.endings.iter().any(|ending| first.ends_with(ending));
        first.chars().count() > 3 && ends && !self.nominatives.contains(&first.as_str())
            || self.bare.contains(&first.as_str())
    }
}

#[cfg(test)]
mod tests {
    use crate::{Role, read};

    #[test]
    fn a_genitive_keeps_the_word_it_depends_on() {
        for (prompt, heading) in [
            (
                "график продаж: январь 10, февраль 20, март 30",
                "график продаж",
            ),
            (
                "круговая диаграмма расходов семьи: еда 40%, жильё 35%, отдых 25%",
                "круговая диаграмма расходов семьи",
            ),
            (
                "wykres sprzedaży: styczeń 10, luty 20, marzec 30",
                "wykres sprzedaży",
            ),
            (
                "wykres kołowy budżet domowy: czynsz 40%, inne 60%",
                "budżet domowy",
            ),
            ("столбчатая диаграмма расходы: еда 40, жильё 60", "расходы"),
            (
                "хронологія компанії: 2010 заснування, 2014 перший магазин",
                "Хронологія компанії",
            ),
            (
                "oś czasu historii firmy: 2010 start, 2020 giełda",
                "Oś czasu historii firmy",
            ),
        ] {
            let brief = read(prompt);
            let title = brief.literals.iter().find(|l| l.role == Role::Title);
            let found = title
                .map(|l| l.text.clone())
                .or(brief.subject.clone())
                .unwrap_or_default();
            assert_eq!(found, heading, "{prompt}");
        }
    }
}
