namespace WorldModel.Notebooks.Rendering.Mathematics;

/// <summary>LaTeX commands that stand for a letter, an operator or a function's name.</summary>
internal static class MathSymbols
{
    public static readonly Dictionary<string, string> Letters = Pairs("""
        alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ
        nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
        Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
        infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ imath ı jmath ȷ Re ℜ Im ℑ aleph ℵ emptyset ∅ varnothing ∅ top ⊤ bot ⊥ degree °
        """);

    public static readonly Dictionary<string, string> Operators = Pairs("""
        times × cdot ⋅ ast ∗ star ⋆ circ ∘ bullet • div ÷ pm ± mp ∓ oplus ⊕ otimes ⊗ odot ⊙ setminus ∖ cup ∪ cap ∩ wedge ∧ vee ∨
        le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ ll ≪ gg ≫ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ coloneqq ≔ doteq ≐ lesssim ≲ gtrsim ≳
        in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ forall ∀ exists ∃ neg ¬ lnot ¬ land ∧ lor ∨ perp ⟂ parallel ∥ mid ∣
        to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ mapsto ↦ longrightarrow ⟶
        longmapsto ⟼ uparrow ↑ downarrow ↓ implies ⟹ iff ⟺ hookrightarrow ↪ nearrow ↗ searrow ↘ rightharpoonup ⇀
        ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ colon : prime ′ dagger † triangleq ≜ therefore ∴ because ∵
        langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lVert ‖ rVert ‖ Vert ‖ lvert | rvert | vert | lbrace { rbrace } lbrack [ rbrack ] backslash \
        """);

    /// <summary>Large operators, whose limits stand above and below in a displayed formula.</summary>
    public static readonly Dictionary<string, string> Large = Pairs("""
        sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀
        """);

    public static readonly HashSet<string> Functions =
    [
        "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "exp", "log", "ln", "lg",
        "det", "dim", "ker", "deg", "gcd", "hom", "arg", "Pr",
    ];

    /// <summary>Functions whose subscript stands below in a displayed formula.</summary>
    public static readonly HashSet<string> LimitFunctions = ["min", "max", "inf", "sup", "lim", "limsup", "liminf", "argmin", "argmax"];

    /// <summary>Accents over several letters: a sign of its own above them.</summary>
    public static readonly Dictionary<string, string> Accents = Pairs("""
        hat ^ widehat ^ bar ¯ overline ¯ tilde ~ widetilde ~ vec → dot ˙ ddot ¨ check ˇ breve ˘ acute ´ grave ` overrightarrow →
        """);

    /// <summary>Accents over one letter: a combining character, which browsers place well even without a font for mathematics.</summary>
    public static readonly Dictionary<string, int> CombiningAccents = Pairs("""
        hat 0302 widehat 0302 bar 0304 overline 0304 tilde 0303 widetilde 0303 vec 20D7 dot 0307 ddot 0308 check 030C breve 0306
        acute 0301 grave 0300 overrightarrow 20D7
        """).ToDictionary(pair => pair.Key, pair => Convert.ToInt32(pair.Value, 16));

    /// <summary>Widths of spaces [em].</summary>
    public static readonly Dictionary<string, string> Spaces = Pairs("""
        , 0.167em : 0.222em > 0.222em ; 0.278em ! -0.167em space 0.25em quad 1em qquad 2em
        thinspace 0.167em medspace 0.222em thickspace 0.278em enspace 0.5em
        """);

    /// <summary>Alphabets of which MathML keeps only letters: a bold x is another character than an x.</summary>
    public static readonly Dictionary<string, MathAlphabet> Alphabets = Pairs("""
        mathbf Bold boldsymbol Bold bm Bold pmb Bold mathbb DoubleStruck mathcal Script mathscr Script mathfrak Fraktur
        mathsf SansSerif mathtt Monospace mathrm Upright mathit Italic mathnormal Italic
        """).ToDictionary(pair => pair.Key, pair => Enum.Parse<MathAlphabet>(pair.Value));

    private static Dictionary<string, string> Pairs(string table)
    {
        var words = table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
    }
}
