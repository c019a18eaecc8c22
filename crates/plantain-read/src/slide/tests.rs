//! Slides as people tell them.

use crate::read;

#[test]
fn a_name_behind_a_quotation_said_it() {
    let brief = read("slide with quote: 'Make it simple, but significant.' Ada Cole, dark");
    let slide = brief.slide.as_ref().expect("a slide");
    let text = |at: Option<usize>| at.map_or("", |at| brief.literals[at].text.as_str());
    assert_eq!(
        [text(slide.title), text(slide.quote), text(slide.by)],
        ["", "Make it simple, but significant.", "Ada Cole"]
    );
}

#[test]
fn slides_have_points_and_figures() {
    type Case = (
        &'static str,
        &'static str,
        &'static [&'static str],
        &'static [(&'static str, &'static str)],
    );
    const CASES: &[Case] = &[
        (
            "slide titled 'Why we win' with three bullet points: speed, price, support",
            "Why we win",
            &["speed", "price", "support"],
            &[],
        ),
        (
            "slide \"Our Team\" with bullets: Design, Sales, Support",
            "Our Team",
            &["Design", "Sales", "Support"],
            &[],
        ),
        (
            "slide: Why we lost users - slow loading, confusing pricing, no mobile app; small footer Acme 2027",
            "Why we lost users",
            &["slow loading", "confusing pricing", "no mobile app"],
            &[],
        ),
        (
            "slide. Big heading \"Our plan\", two bullets: \"Plant trees\", \"Cut waste\". Footer says \"Town hall\" with page number 4. Earthy green, lots of whitespace.",
            "Our plan",
            &["Plant trees", "Cut waste"],
            &[],
        ),
        (
            "slide 3 kpi numbers: churn 1.8%, NPS 62, customers 1,240",
            "",
            &[],
            &[("1.8%", "churn"), ("62", "NPS"), ("1,240", "customers")],
        ),
        (
            "slide one big number 3.2M users, up 48% since last year",
            "",
            &[],
            &[("3.2M", "users")],
        ),
        (
            "slide about solar energy: cheap, clean, renewable",
            "",
            &["cheap", "clean", "renewable"],
            &[],
        ),
        (
            "slajd o energii słonecznej: tania, czysta, odnawialna",
            "O energii słonecznej",
            &["tania", "czysta", "odnawialna"],
            &[],
        ),
        (
            "太陽光発電についてのスライド:安い、クリーン、再生可能",
            "太陽光発電",
            &["安い", "クリーン", "再生可能"],
            &[],
        ),
        (
            "关于太阳能的幻灯片:便宜,清洁,可再生",
            "太阳能",
            &["便宜", "清洁", "可再生"],
            &[],
        ),
        (
            "closing slide: Thank you! Questions? Mail ada@north.io",
            "Thank you!",
            &[],
            &[],
        ),
        (
            "agenda slide, title \"Agenda\", 1 Review 2 Budget 3 Hiring 4 Q&A",
            "Agenda",
            &["Review", "Budget", "Hiring", "Q&A"],
            &[],
        ),
        (
            "agenda slide: 1 Intro, 2 Market, 3 Q&A",
            "",
            &["Intro", "Market", "Q&A"],
            &[],
        ),
        (
            "slide: Agenda 1. Intro 2. Market update 3. Q&A",
            "",
            &["Intro", "Market update", "Q&A"],
            &[],
        ),
        (
            "slide with big number 87% \"of users recommend us\"",
            "",
            &[],
            &[("87%", "of users recommend us")],
        ),
        (
            "pitch deck slide showing our traction: 12k users, $480k ARR, 22% MoM growth",
            "",
            &[],
            &[("12k", "users"), ("$480k", "ARR"), ("22%", "MoM growth")],
        ),
        (
            "Slide \"Results\"\n- faster\n- cheaper\n- safer",
            "Results",
            &["faster", "cheaper", "safer"],
            &[],
        ),
    ];
    for (prompt, title, points, figures) in CASES {
        let brief = read(prompt);
        let slide = brief.slide.as_ref().expect(prompt);
        let text = |i: usize| brief.literals[i].text.as_str();
        assert_eq!(slide.title.map_or("", text), *title, "{prompt}");
        let found: Vec<&str> = slide.points.iter().map(|i| text(*i)).collect();
        assert_eq!(found, *points, "{prompt}");
        let found: Vec<(&str, &str)> = slide
            .figures
            .iter()
            .map(|(v, l)| (text(*v), l.map_or("", text)))
            .collect();
        assert_eq!(found, *figures, "{prompt}");
    }
}

#[test]
fn sides_stand_against_each_other() {
    for (prompt, want) in [
        (
            "comparison slide \"Before\" vs \"After\": before - 3 tools, manual reports; after - 1 platform, automatic reports",
            "Before: 3 tools, manual reports | After: 1 platform, automatic reports",
        ),
        (
            "two column slide title \"Pros and cons\", pros: Cheap, Easy; cons: Slow, Limited",
            "pros: Cheap, Easy | cons: Slow, Limited",
        ),
        (
            "slide: remote work. Pros: focus, no commute. Cons: isolation, time zones",
            "Pros: focus, no commute | Cons: isolation, time zones",
        ),
        (
            "slide: \"Working from home\", pros: No commute, Quiet, cons: Isolation, Long days",
            "pros: No commute, Quiet | cons: Isolation, Long days",
        ),
        (
            "slide comparing Pros \"Cheap\" \"Light\" and Cons \"Slow\"",
            "Pros: Cheap, Light | Cons: Slow",
        ),
        (
            "two column slide: left \"Problem\" \"Slow setup\", right \"Solution\" \"Guided setup\"",
            "Problem: Slow setup | Solution: Guided setup",
        ),
        (
            "slide: three columns \"Plan\" \"Build\" \"Ship\" with one line each \"Talk\" \"Sprint\" \"Release\"",
            "Plan: Talk | Build: Sprint | Ship: Release",
        ),
        (
            "slide Old vs New: Old 3 apps, paper forms; New one app, no paper",
            "Old: 3 apps, paper forms | New: one app, no paper",
        ),
        ("slide \"Our plan\" with points \"Hire\" and \"Launch\"", ""),
        ("agenda slide: 1. Results 2. Roadmap 3. Hiring", ""),
        (
            "slide title: Growth plan; bullets: hire, launch, measure",
            "",
        ),
    ] {
        let brief = read(prompt);
        let slide = brief.slide.as_ref().expect(prompt);
        let text = |i: &usize| brief.literals[*i].text.as_str();
        let found: Vec<String> = slide
            .sides
            .iter()
            .map(|(head, points)| {
                let points: Vec<&str> = points.iter().map(text).collect();
                format!("{}: {}", text(head), points.join(", "))
            })
            .collect();
        assert_eq!(found.join(" | "), want, "{prompt}");
    }
}
