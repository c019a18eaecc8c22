//! Prompts for sheets and what is read from them.

use crate::{Brief, Genre, read};

/// Everything that a sheet says, a line each: `place: text`.
fn told(brief: &Brief) -> Vec<String> {
    let Some(sheet) = &brief.sheet else {
        return vec!["no sheet".to_owned()];
    };
    let text = |at: usize| brief.literals[at].text.as_str();
    let mut out = Vec::new();
    for (name, slot) in [
        ("title", sheet.title),
        ("issuer", sheet.issuer),
        ("person", sheet.person),
        ("amount", sheet.amount),
    ] {
        out.extend(slot.map(|at| format!("{name}: {}", text(at))));
    }
    out.extend(
        sheet
            .facts
            .iter()
            .map(|(label, at)| format!("{label}= {}", text(*at))),
    );
    out.extend(sheet.lines.iter().map(|at| format!("- {}", text(*at))));
    for section in &sheet.sections {
        let head = section.head.map_or("", text);
        let items: Vec<&str> = section.items.iter().map(|at| text(*at)).collect();
        out.push(format!("[{head}] {}", items.join(" | ")));
    }
    out.extend(sheet.body.iter().map(|at| format!("¶ {}", text(*at))));
    out.extend(sheet.closing.iter().map(|at| format!("~ {}", text(*at))));
    out.extend(sheet.count.map(|n| format!("# {n}")));
    out
}

#[test]
fn sheets_say_what_was_asked() {
    const CASES: &[(&str, Genre, &[&str])] = &[
        (
            "coffee loyalty card for Bean There, buy 9 get the 10th free",
            Genre::StampCard,
            &["issuer: Bean There", "- buy 9 get the 10th free", "# 10"],
        ),
        (
            "gift certificate: \"Gift Certificate\", value €75, to ______, from ______, Serenity Spa",
            Genre::Voucher,
            &[
                "title: Gift Certificate",
                "issuer: Serenity Spa",
                "amount: €75",
            ],
        ),
        (
            "gift voucher for Lumi Day Spa worth $75, valid until 31 Dec 2025, no. 00482",
            Genre::Voucher,
            &[
                "issuer: Lumi Day Spa",
                "amount: $75",
                "Valid until= 31 Dec 2025",
                "No.= 00482",
            ],
        ),
        (
            "conference name badge: Priya Raman, Staff Engineer, Northwind Labs, DevSummit 2025",
            Genre::Badge,
            &[
                "person: Priya Raman",
                "- Staff Engineer",
                "- Northwind Labs",
                "- DevSummit 2025",
            ],
        ),
        (
            "employee ID card Tom Okafor, Warehouse Lead, ID 20418, company Harbor Freightways",
            Genre::Badge,
            &[
                "issuer: Harbor Freightways",
                "person: Tom Okafor",
                "ID= 20418",
                "- Warehouse Lead",
            ],
        ),
        (
            "A formal letter from Greenleaf Dental to Mrs. Carter: Dear Mrs. Carter, we would like to remind you of your \
             check-up on 14 May at 10:30. Please call us. Kind regards, Dr. Hannah Lee",
            Genre::Letter,
            &[
                "issuer: Greenleaf Dental",
                "person: Mrs. Carter",
                "¶ Dear Mrs. Carter,",
                "¶ we would like to remind you of your check-up on 14 May at 10:30. Please call us.",
                "~ Kind regards",
                "~ Dr. Hannah Lee",
            ],
        ),
        (
            "patient intake form to print, fields: Full name, Date of birth, Phone, Allergies, Signature",
            Genre::PaperForm,
            &["[] Full name | Date of birth | Phone | Allergies | Signature"],
        ),
        (
            "math worksheet for 2nd grade, addition within 20, ten problems, name and date line on top",
            Genre::Worksheet,
            &["title: 2nd grade", "- addition within 20", "# 10"],
        ),
        (
            "recipe card: Grandma's Lemon Bars. Ingredients: 2 cups flour, 1 cup butter, 3 lemons. Steps: 1. Press crust. \
             2. Whisk filling. 3. Bake 25 min at 350°F.",
            Genre::RecipeCard,
            &[
                "title: Grandma's Lemon Bars",
                "[Ingredients] 2 cups flour | 1 cup butter | 3 lemons",
                "[Steps] Press crust | Whisk filling | Bake 25 min at 350°F",
            ],
        ),
        (
            "recipe card for banana bread: 3 ripe bananas, 200 g flour, 2 eggs. Mash, mix, bake 50 min at 180°C",
            Genre::RecipeCard,
            &[
                "title: banana bread",
                "[] 3 ripe bananas | 200 g flour | 2 eggs",
                "[] Mash | mix | bake 50 min at 180°C",
            ],
        ),
        (
            "gym membership card: IRON HOUSE, member Dana Wolfe, no. 00417",
            Genre::Badge,
            &["title: IRON HOUSE", "person: Dana Wolfe", "No.= 00417"],
        ),
        (
            "name tag HELLO my name is Jordan, red",
            Genre::Badge,
            &["title: HELLO my name is", "person: Jordan"],
        ),
        (
            "packing checklist for camping: tent, sleeping bag, headlamp, first aid kit",
            Genre::Checklist,
            &[
                "title: camping",
                "[] tent | sleeping bag | headlamp | first aid kit",
            ],
        ),
        ("baby shower bingo card", Genre::BingoCard, &[]),
    ];
    for (prompt, genre, said) in CASES {
        let brief = read(prompt);
        assert_eq!(brief.genre, *genre, "{prompt}");
        assert_eq!(told(&brief), *said, "{prompt}");
    }
}

#[test]
fn what_is_numbered_is_done() {
    let kinds = |prompt: &str| -> Vec<crate::SectionKind> {
        let sheet = read(prompt).sheet.expect(prompt);
        sheet.sections.iter().map(|section| section.kind).collect()
    };
    assert_eq!(
        kinds("Rezeptkarte Grießbrei in zwei Schritten: 1. Milch kochen, 2. Grieß einrühren"),
        [crate::SectionKind::Steps]
    );
    assert_ne!(
        kinds("recipe card porridge: 1 cup oats, 2 cups milk"),
        [crate::SectionKind::Steps]
    );
}
