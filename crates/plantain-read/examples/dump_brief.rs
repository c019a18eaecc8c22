fn main() {
    for line in std::io::stdin().lines() {
        let p = line.unwrap();
        let b = plantain_read::read(&p);
        println!("== {p}\n  genre {:?} lang {} topic {:?} bg {:?} pal {:?} dark {:?} styles {:?}", b.genre, b.language.0, b.topic, b.canvas.background, b.look.palette.iter().map(|c| &c.name).collect::<Vec<_>>(), b.look.dark, b.look.styles);
        for (i,l) in b.literals.iter().enumerate() { println!("  L{i} {:?} {:?} {:?}", l.text, l.role, l.origin); }
        for x in &b.pairs { println!("  P {:?} {:?} -> {}", x.label, x.label_text, x.value); }
        for x in &b.lists { println!("  list {} {:?}", x.kind, x.items); }
        for x in &b.described { println!("  D {:?} {:?} {:?}", x.kind, x.words, x.count); }
        for x in &b.data { println!("  data {:?} {:?} {:?} {:?}", x.chart, x.name, x.trend, x.points.iter().map(|p| format!("{}={}({})", p.label, p.value, p.shown)).collect::<Vec<_>>()); }
        if !b.constraints.is_empty() { println!("  C {:?}", b.constraints); }
        if !b.unread.is_empty() { println!("  unread {:?}", b.unread.iter().map(|s| &p[s.clone()]).collect::<Vec<_>>()); }
    }
}
