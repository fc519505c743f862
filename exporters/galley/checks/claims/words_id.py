"""Indonesian words of the claim rules: one phrase a line, in small letters."""

from __future__ import annotations

PARTS = {
    "about": (
        "(?:(?:hampir|hanya|cuma|hingga|kira-kira|lebih dari|paling sedikit|sampai"
        "|sebanyak|sebesar|sedikitnya|sekitar) )*"
    ),
    "any": "(?: ada| sedikit pun| satu pun| segala| semua| adanya| risiko)",
    "of_all": "(?: dari)?(?: semua| seluruh| jumlah| para| pasien| mereka| kita)*",
    "of_how_many": "<number>",
    "range": "(?:<number>(?: sampai |–|-| hingga | atau | dan ))?<number>",
    "to": " sampai |–|-| hingga | atau | dan ",
    "token": r"[\w.,]+",
    "folk": "pasien|orang|penyintas|peserta|anak",
    "digits": r"\d(?:[\d.,]*\d)?",
    "unit": "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan",
    "small": "<unit>|sepuluh",
    "tens": ("sebelas|seratus|seribu|(?:<unit>) (?:belas|ratus|puluh(?: (?:<unit>))?)"),
    "scale": "ratus|ribu|juta|miliar|milyar",
    "large": r"(?:<digits>|<tens>)(?: <scale>)?|(?:<small>|beberapa) <scale>|"
    "(?:puluhan|ratusan|ribuan|jutaan|miliaran)(?: <scale>)?",
    "count": r"<number>(?: <scale>)?",
    "percent": r"(?:<number>(?: sampai |–|-| hingga | dan ))?<pct>",
    "pct": r"<number> ?(?:%|persen)",
    # As they stand before "persen" or a unit of time; short, because many phrases have one.
    "number": (
        "<digits>|se(?:belas|puluh|ratus|ribu)|<unit>(?: (?:belas|ratus|puluh(?: <unit>)?))?"
    ),
    "fraction": (
        "sepertiga|seperempat|seperlima|sepersepuluh|separuh|setengah|separo"
        "|(?:<unit>) (?:pertiga|perempat|perlima|persepuluh)"
    ),
    "people": (
        "pasien|orang|balita|pensiunan|pelajar|ayah|nelayan|sopir|karyawan|pegawai|pelari|bidan|"
        "penyintas|pendamping|perawat|responden|peserta|partisipan|penderita"
        "|penyandang|lansia|anak|dewasa|perempuan|wanita|pria|laki-laki|ibu|bapak|keluarga|dokter"
        "|terapis|fisioterapis|relawan|remaja|bayi|warga|penduduk|kader|kerabat|istri|suami"
        "|perokok|pekerja|pengemudi|siswa|mahasiswa|subjek|kasus|pengasuh|caregiver|korban"
        "|jiwa|pengguna|guru|petani|buruh|jemaah|santri|atlet|kontrol|rumah tangga"
    ),
    "group": "kelompok|kohort|mereka|kami|kita|di antaranya",
    # Words between a share and its people, but none that makes it a measure.
    "plain": r"(?: (?!jam|tablet|dosis|hari|gelas|porsi|jalan|kemudian|halaman)[\w-]+){0,2}?",
    "time": ("milidetik|detik|menit|jam|hari|minggu|pekan|bulan|tahun|dekade|dasawarsa|malam"),
    "measure": (
        r"poin|kg|kilogram|kilo|meter(?: per detik)?|cm|mm|sentimeter|milimeter|derajat|langkah"
        r"|mmhg|ng/ml|mg/dl|mmol/l|denyut|simpangan baku|liter|kata|ulangan|pengulangan|unit|ml"
    ),
    "risk": (
        "risiko|resiko|peluang|kemungkinan|odds|probabilitas|bahaya|insidensi|insiden|mortalitas"
        "|kematian|angka kematian|kejadian|angka rawat ulang|kekambuhan"
    ),
    "down": (
        "menurunkan|mengurangi|memangkas|menekan|memperkecil|menurun|turun|berkurang|mencegah"
        "|diturunkan|dikurangi|memotong|meminimalkan|menyusutkan|penurunan|pengurangan"
    ),
    "up": (
        "meningkatkan|menaikkan|memperbesar|meningkat|naik|bertambah|menambah|mempertinggi"
        "|peningkatan|kenaikan|membesar|ditingkatkan"
    ),
    "halved": (
        "melipatgandakan|menggandakan|melipatduakan|melipattigakan|berlipat ganda|berlipat dua"
        "|berlipat tiga|menjadi dua kali lipat|dua kali lipat|tiga kali lipat|empat kali lipat"
    ),
    "times": r"(?:<count>|beberapa|satu setengah) kali(?: lipat)?|lipat (?:dua|tiga|empat)",
    "effect": (
        "efek|pengaruh|perbaikan|penurunan|peningkatan|kenaikan|perubahan|perbedaan|beda|selisih"
        "|kemajuan|manfaat|dampak|pemulihan|hubungan|korelasi|respons|hasil|interaksi|kaitan"
        "|pengurangan|pertambahan|perlambatan|percepatan"
    ),
    "moved": (
        r"meningkat|menurun|membaik|memburuk|naik|turun|berbeda|berubah|bertambah|berkurang"
        r"|berpengaruh|berkorelasi|berhubungan|memendek|memanjang|pulih|melambat|berdampak"
    ),
    "treatment": (
        "terapi|pengobatan|perawatan|metode|teknik|cara|program|obat|obat-obatan|ramuan|jamu|herbal"
        "|latihan|olahraga|stimulasi|operasi|suntikan|infus|alat|helm|mesin|layanan|rehabilitasi"
        "|solusi|suplemen|teknologi|intervensi|pijat|diet|protokol|pendekatan|tindakan|penanganan"
        "|akupunktur|senam|kelas"
    ),
    "place": (
        "klinik|rumah sakit|rs|pusat|unit|bagian|tim|fasilitas|tempat|bangsal|institut|balai"
        "|puskesmas|sanggar|apotek"
    ),
    "expert": (
        "dokter|neurolog|ahli|spesialis|terapis|fisioterapis|perawat|profesor|pakar|psikolog"
        r"|ahli bedah|tabib|pemijat|dr\. \w+(?:-lah)?|prof\. \w+"
    ),
    "ranked": "<treatment>|<place>|<expert>",
    "harmed": (
        "kerusakan|kebutaan|kecacatan|cacat|disabilitas|kelumpuhan|kehilangan|gangguan|cedera"
        "|kelemahan|merusak|rusak|buta|tuli|lumpuh|ketulian|gigi|implan|alat pacu jantung|pacu"
        "|selang|stent|bekas luka|parut|defisit|pegawai|karyawan|alamat|penduduk|tinggal|tetap"
        "|kontraktur|hilangnya|sekuele|akibat|dampak buruk|komplikasi|kematian|keterbatasan"
        "|spidol|elektrode|pirau|trakeostomi|kolostomi|ketergantungan|penglihatan|pendengaran"
    ),
    "finite": (
        "menurunkan|meningkatkan|mengurangi|menaikkan|membuat|mencegah|memperbaiki|berisiko|adalah"
        "|dapat|bisa|memangkas|terbukti|membantu|menolong|memulihkan|menyembuhkan|akan|sudah|telah"
        "|melindungi|memperkuat|menekan|memperlambat|mempercepat|lebih|merupakan|ialah|menjadi"
        "|meredakan|bermanfaat|berhasil|selalu|pasti|meringankan|memperkecil|memperbesar|menghemat"
        "|menambah|menghasilkan|memberi|memerlukan"
    ),
    "study": (
        "penelitian|riset|studi|uji klinis|uji coba|uji|bukti(?: ilmiah| klinis| medis| kuat)?"
        "|sains|ilmu pengetahuan|ilmu kedokteran|ilmuwan|peneliti|survei|tinjauan|meta-analisis"
        "|metaanalisis|kajian|data"
        "|temuan (?:ilmiah|penelitian|riset|baru|terbaru|dari \\w+)|eksperimen|percobaan"
        "|analisis|jurnal|literatur|pakar|(?:tim|kelompok) dari \\w+"
    ),
    "finds": (
        "menunjukkan|membuktikan|menemukan|mengungkap|mengungkapkan|memperlihatkan|mendukung"
        "|menyimpulkan|melaporkan|menyatakan|mengindikasikan|mencatat|menyebutkan|menegaskan"
        "|mengonfirmasi|mengkonfirmasi|memastikan|mendapati|menyebut|menyarankan|mengisyaratkan"
        "|mengaitkan|menghubungkan|menggambarkan|mengatakan|berkata|sepakat|setuju"
    ),
    "well": "sembuh|pulih|membaik|normal|berhasil|berjalan|bicara|kembali|hilang|bebas|sehat|bisa",
}

SINGLE = {
    "negation": r"""
        tidak(?! hanya| saja| sekadar| cuma)
        tak(?! hanya| sekadar| hanya)
        bukan(?! hanya| saja| sekadar)
        bukanlah
        belum
        jangan
        tanpa
        takkan
        mustahil
        jarang
        tiada
        sulit
        alih-alih
        apakah
        benarkah
        mana
    """,
    "denial": r"""
        (?:tidak|tak) (?:ada )?(?:seorang|satu|satupun|satu orang)(?: <ranked>)? ?pun
        (?:tidak|tak|belum) ada(?: satu(?: pun)?)? (?:<ranked>|bukti|penelitian|studi|uji|
            jaminan|obat)
        (?:tidak|tak|belum) ada (?:pun )?yang (?:bisa|dapat|mampu|berani)
        bukan berarti
        tidak berarti
        tidak benar
    """,
    "breaks": r"""
        tetapi
        tapi
        namun
        melainkan
        dan
        lalu
        sehingga
        karena
        sebab
        sedangkan
        sementara
        meskipun
        walaupun
        asalkan
    """,
    "negation_after": r"""
        (?:[\w-]+ ){0,2}(?:tidak(?! hanya| saja)|bukan(?! hanya| saja)|belum|jarang|mustahil|
            tak(?! hanya))
        (?:itu |masih |memang )?(?:jarang|langka|mitos|belum|mungkin)
        (?:itu |adalah |memang )*(?:pengecualian|harapan|impian|cita-cita)
    """,
    "hedge": r"""
        mungkin
        semoga
        harapan
        berharap
        harap
        sebagian
        beberapa
        kadang(?:-kadang)?
        adakalanya
        ingin
        bertujuan
        berupaya
        tujuan\w*
        agar
        supaya
        peluang untuk
        menuju
        apa
        mengharapkan
        mengharap
        berusaha
        menginginkan
    """,
    "doubt": r"""
        iklan\w*
        waspada\w*
        mewaspadai
        curiga\w*
        dicurigai
        mencurigakan
        mitos
        hoaks
        menyesatkan
        keliru
        salah paham
        jangan (?:mudah |gampang |langsung |terlalu )?(?:percaya|tergiur|terkecoh|terbuai|
            tergoda|termakan)
        hati-hati
        berhati-hati
        kata(?:-kata)?(?: seperti| itu| sifat| semacam)?(?= ["“”']|\s*seperti)
        kata "\w+"
        istilah
        (?:klaim|janji|terdengar|terlalu|sungguh|itu|agak) (?:\w+ )?berlebihan
        (?:bohong|berbohong|dusta)
        (?:yang|siapa pun yang) (?:\w+ )?mengaku
        konon
        katanya
        (?<!kami )janji(?:-janji| manis)?
        brosur\w*
        koran
        judul
        slogan
        (?:itu|ini|jelas|sungguh) (?:tidak benar|bohong)
        tidak benar
        anggapan
        pastikan
        dalam tanda kutip
        (?:yang|siapa pun yang|klinik yang|situs yang|iklan yang|
            orang yang) (?:\w+ )?(?:menjanjikan|mengklaim|menawarkan)
        sering disebut
        ragu\w*
        pertanyakan
        patut dipertanyakan
        terlalu indah
        omong kosong
    """,
    "order": r"""
        (?:mohon |silakan |ayo |mari |selalu |segera |lalu |kemudian |jangan pernah |jangan |
            sebaiknya |tolong |cukup |dan |juga )*(?:(?!adalah|ialah|inilah|itulah|setelah|
            masalah|jumlah|setengah|sekolah|salah|telah|lelah|belah|makalah|olah|kuliah)\w+lah|
            ambil|baca|bawa|beri|berikan|beri tahu|bersihkan|buka|catat|cari|cek|coba|cuci|
            diskusikan|gerakkan|gosok|gunakan|hindari|hitung|hubungi|ikuti|ingat|jaga|kenakan|
            konsultasikan|kunjungi|lakukan|latih|lihat|masukkan|matikan|mulai|minta|miringkan|
            oleskan|parkir|pakai|pegang|periksa|periksakan|pilih|pindahkan|potong|sampaikan|
            simpan|suntikkan|tanyakan|tarik|taruh|tekan|telan|telepon|temui|tempelkan|tiup|tulis|
            tunggu|tutup|ukur|ulangi|usahakan|batasi|kurangi|tambah|hentikan|ceritakan|siapkan|
            pastikan|perhatikan|pantau|biarkan|dudukkan|sediakan|luangkan|tahan)
        (?:olahraga|jalan|minum|makan|tidur|mandi|mengobrol|pijat|duduk|berbaring|bernapas|
            berdiri|berhenti|berjalan|istirahat|datang)(?!.* (?:<finite>) )
        jangan
        mohon
        silakan
        tolong
        mari
        ayo
        segera
        sebaiknya
        hendaknya
    """,
    "duty": r"""
        sebaiknya
        hendaknya
        harus
        harap
        wajib
        jangan
        perlu
        mohon
        silakan
        tidak boleh
        boleh
        dianjurkan
        disarankan
        cukup
        paling (?:lama|banyak) <count>
        maksimal
    """,
    "speech": r"""
        (?:kalau|jika|bila|apabila|ketika) (?:[\w-]+ ){0,5}(?:bilang|mengatakan|menjanjikan|
            mengklaim|kabar|beredar|menawarkan|mendengar|membaca|berkata)
        tanyakan (?:\w+ ){0,3}(?:apakah|apa|berapa|mana)
        untuk (?:mengetahui|menguji|melihat|memastikan) apakah
    """,
    "own": r"""
        perhitungan (?:kami|sendiri)
        (?:kami|saya) (?:hitung|menghitung)
        hitungan (?:kami|sendiri)
        dihitung (?:sendiri|di sini)
        angka (?:rekaan|karangan|buatan)
        rekaan
        misalkan
        misalnya,? (?:bila|kalau|jika)
        bayangkan
        andaikan
        seandainya
        umpamanya
    """,
    "story": r"""
        (?:bapak|ibu|pak|bu|kakek|nenek|tuan|nyonya|ny\.|tn\.|si) [a-z]+(?=,)
        (?:pak|bu|kakek|nenek) (?!bidan|guru|dokter)[a-z]+
        saya
        ia
        beliau
    """,
}

TERMS = {
    "absolute": {
        "lasting": r"""
            permanen
            secara permanen
            (?:sembuh|menyembuhkan|hilang|menghilangkan|pulih|bebas|bertahan|mengatasi|lenyap|
                melenyapkan|memulihkan|mengusir|mengakhiri|teratasi|berlangsung|
                abadi|menetap|membebaskan|terbebas|
                lepas)(?: [\w-]+){0,5}? (?:untuk )?(?:se)?lama(?:nya|-lamanya)
            (?:efek|hasil|manfaat|khasiat)(?:nya)?(?: [\w-]+){0,4}? (?:seumur hidup|selamanya)
            (?:tidak|tak) (?:akan |pernah )+(?:kambuh|kembali|hilang|muncul|datang|pudar|memudar|
                luntur|lenyap|terulang|menyerang)(?: lagi)?
            (?:tidak|tak) akan (?:pernah )?(?:kejang|sakit|nyeri|pusing|stroke|lumpuh|jatuh) lagi
            takkan (?:pernah )?(?:kambuh|kembali|hilang|muncul|datang|pudar|memudar|
                terulang)(?: lagi)?
            seumur hidup (?:bebas|sembuh|sehat)
            (?:bebas|sembuh|sehat) seumur hidup
            abadi
            (?:sekali|satu kali) (?:terapi|suntik|pengobatan) langsung (?:sembuh|pulih|hilang)
        """,
        "cure": r"""
            menyembuhkan
            (?:sembuh|pulih|kesembuhan|pemulihan|hilang|teratasi|tuntas|musnah|lenyap|sirna|kembali|
                bebas)(?: [\w-]+){0,2}? (?:total|sempurna|sepenuhnya|seutuhnya|tuntas|seluruhnya|
                100 ?%|100 persen|seratus persen|seperti (?:se)?dia ?kala|seperti (?:semula|
                sedia kala|baru))
            (?:se)?(?:penuhnya|utuhnya|cara tuntas|cara total) (?:sembuh|pulih|memulihkan|hilang)
            (?:memulihkan|mengembalikan|menghilangkan|menghapus|membasmi|memperbaiki|menuntaskan|
                mengatasi|memberantas)(?: [\w-]+){0,5}? (?:sepenuhnya|seutuhnya|total|sempurna|
                tuntas|sampai ke akar\w*|hingga ke akar\w*|seratus persen|100 ?%|
                secara menyeluruh dan selamanya|secara (?:tuntas|total|sempurna))
            sampai (?:ke )?akar(?:-akar)?nya
            sampai tuntas
        """,
        "certain": r"""
            (?:sudah )?pasti (?:anda |bapak |ibu |pasien )?(?:akan |bisa |dapat |lekas |segera |
                langsung )*(?:sembuh|pulih|
                membaik|normal|berhasil|berjalan|bicara|kembali|hilang|sehat|aman|manjur|ampuh|
                efektif|cocok|mujarab|bisa|membantu|menolong|menyembuhkan|memulihkan|terbukti|
                reda|lenyap|bermanfaat|tuntas|turun|kuat|mampu|bebas|bergerak|berfungsi)
            (?:sembuh|pulih|berhasil|membaik|hasilnya|kesembuhan|pemulihan|
                kesembuhannya) (?:itu )?(?:sudah )?pasti
            dijamin
            terjamin
            kami (?:berani )?(?:men)?jamin
            menjamin(?: [\w-]+){0,4}? (?:sembuh|kesembuhan|pulih|pemulihan|berhasil|keberhasilan|
                hasil|aman|keamanan|bisa|akan|membaik|kembali|hilang)
            (?:ber)?garansi
            jaminan (?:sembuh|kesembuhan|keberhasilan|pulih|hasil|pemulihan|aman)
            (?:100 ?%|100 persen|seratus persen) (?:sembuh|berhasil|efektif|pulih|manjur|ampuh|
                pasti|terjamin|sukses|terbukti|bebas|hilang|alami dan aman)
            (?:tingkat )?(?:keberhasilan|kesembuhan)(?:nya)? (?:mencapai |adalah )?(?:100 ?%|
                100 persen|seratus persen)
            selalu (?:berhasil|sembuh|menghentikan|membuat|mempercepat|menyelamatkan|
                membawa (?:hasil|kesembuhan)|memberi(?:kan)? hasil|efektif|manjur|ampuh|aman|
                membaik|memulihkan|membantu|menolong|pulih|menyembuhkan|mengembalikan|
                menghasilkan|memperbaiki|meredakan|mencegah|sukses|mujarab|berakhir baik|
                mengatasi|menghilangkan|bermanfaat|meningkatkan|mengurangi|menguatkan|kembali|
                hilang|menyambungkan|melindungi|mengurangi)
            (?:tidak|tak) (?:akan )?pernah (?:gagal|mengecewakan|meleset|merugikan|menimbulkan|
                membahayakan|berbahaya|salah)
            (?:tidak|tak) (?:akan|mungkin) (?:gagal|meleset|mengecewakan)
            anti ?gagal
            tanpa (?:pernah )?gagal
            niscaya(?: [\w-]+){0,2}? (?:<well>)
            tentu (?:saja )?(?:akan )?(?:sembuh|pulih)
            (?:(?:tidak|tak)(?: ada)? (?:satu|seorang) ?pun|
                belum pernah ada)(?: [\w-]+){0,5}? (?:gagal|
                kambuh|kecewa|celaka|mengalami (?:efek|komplikasi|kekambuhan|masalah)|dengan nyeri)
            mustahil (?:bisa |akan )?(?:gagal|kambuh|menimbulkan|menyebabkan|merugikan|berbahaya|
                meleset)
            kami (?:ber)?janji(?:kan)?
            (?:tidak|tak) akan ada lagi (?:nyeri|kejang|migrain|stroke|serangan|kambuh|keluhan)
            (?:cocok|manjur|ampuh|mempan|berhasil) (?:\w+ ){0,3}?(?:untuk|bagi|pada) (?:semua|
                setiap|siapa) ?(?:orang|pasien|pun|saja)
            (?:mengobati|mengatasi|menyembuhkan|menumpas) (?:segala|semua|seluruh|aneka) (?:macam |
                jenis )?penyakit
            mutlak (?:sembuh|pulih|aman|berhasil)
        """,
        "safe": r"""
            (?:100 ?%|100 persen|seratus persen|sepenuhnya|benar-benar|mutlak|sama sekali|
                dipastikan|selalu|sangat-sangat|betul-betul) (?:aman|tidak berbahaya|
                tanpa risiko|bebas risiko)
            aman (?:sepenuhnya|total|seratus persen|100 ?%|mutlak|sempurna|tanpa kecuali|
                bagi siapa (?:pun|saja)|untuk siapa (?:pun|saja)|untuk semua|bagi semua)
            (?:tanpa|bebas(?: dari)?|nol|nihil|zero|terhindar dari)<any>? (?:efek samping|
                risiko(?! tinggi)|resiko|efek buruk|bahaya|efek negatif|komplikasi)
            (?:tidak|tak) (?:ada|memiliki|punya|menimbulkan|mempunyai|mengandung|membawa|
                menyebabkan)(?: sama sekali| sedikit pun)? (?:efek samping(?:nya)?|risiko|resiko|
                efek buruk|bahaya|efek negatif)
            (?:tidak|tak) (?:berisiko|berbahaya)(?: sama sekali| sedikit pun)
        """,
        "everybody": r"""
            (?:semua|seluruh|setiap|tiap|siapa pun|siapapun|
                siapa saja)(?: [\w-]+){0,6}? (?:akan |pasti |bisa |dapat |kembali |langsung |
                jadi |akhirnya )*(?:sembuh|pulih|membaik|berhasil|kembali (?:normal|sehat|
                mandiri|seperti semula)|mandiri lagi|dapat berjalan|bisa berjalan|
                (?:ber)?jalan (?:lagi|kembali)|bicara (?:lagi|kembali)|bisa jalan lagi|bisa bicara|
                terbebas|merasakan manfaat\w*)
        """,
    },
    "superlative": {
        "best": r"""
            (?:<ranked>)(?:nya)?(?: [\w-]+){0,4}? terbaik
            (?:<ranked>)(?:nya)?(?: [\w.-]+){0,5}? yang terbaik
            terbaik (?:se-|se(?:indonesia|asia|dunia|jawa|kota|provinsi)|di (?:indonesia|asia|
                dunia|jawa|kota|kelasnya|daerah|wilayah|negeri|bidangnya|sini|antara))[\w-]*
            -lah yang terbaik
            (?:<ranked>)(?:nya)?(?: [\w-]+){0,4}? paling (?:aman|cepat|baik|tepat|alami|murah|
                bagus|ramah|kuat|nyaman)
            lebih (?:unggul|baik|ampuh|hebat|manjur) (?:dari|daripada|dibanding|
                dibandingkan)(?: dengan)? (?:semua|segala|terapi mana ?pun|obat mana ?pun|
                metode mana ?pun|yang lain mana ?pun|siapa ?pun|klinik mana ?pun|cara mana ?pun|
                apa ?pun)
            (?:mengungguli|mengalahkan|melampaui) (?:semua|segala|seluruh|setiap)
            (?:lompatan|kemajuan|pencapaian|penemuan|prestasi) (?:ter(?:besar|hebat|baik)|
                paling \w+)
        """,
        "most": r"""
            paling (?:efektif|ampuh|manjur|mujarab|lengkap|canggih|modern|maju|komprehensif|
                unggul|berpengalaman|hebat|mutakhir|tepercaya|terpercaya|sukses|mumpuni|jitu|
                berkhasiat|menyeluruh|dahsyat|andal|handal|top|profesional|inovatif|akurat|
                istimewa|dicari|terkenal|efisien|ahli|jago|bermanfaat|menjanjikan|berhasil|sempurna)
            ter(?:canggih|lengkap|modern|ampuh|hebat|unggul|efektif|depan|kemuka|mutakhir|manjur|
                andal|handal|jitu|maju|dahsyat|mujarab|komprehensif|baru dan terbaik|pandai|
                pintar|mumpuni|favorit|top|populer dan terbaik)(?:nya)?
            sangat amat berharga
        """,
        "only": r"""
            satu-satunya(?: [\w-]+){0,2}? (?:<ranked>|jalan|harapan|pilihan|solusi|jawaban|
                yang (?:bisa|dapat|mampu|menolong|terbukti|efektif|berhasil))
            (?:<ranked>)(?: [\w-]+){0,2}? satu-satunya
            hanya ada (?:pada|di) (?:kami|klinik kami|sini)
            satu-satunya yang
            (?:tidak|tak|belum) ada (?:yang|<ranked>)(?: \w+)? (?:me(?:nandingi|nyaingi|nyamai|
                ngalahkan|ngungguli))
            (?:tidak|tak) ada (?:<ranked>)(?: lain)?(?: yang)? (?:se(?:hebat|ampuh|baik|manjur|
                bagus|
                mujarab|efektif|canggih)|lebih (?:baik|manjur|ampuh|hebat|efektif|bagus|mujarab))
            hanya (?:terapi|obat|metode|klinik|dokter|alat|cara|ramuan) (?:ini|kami|itu|
                inilah) (?:yang|lah)
            hanya di sini (?:anda|bapak|ibu)
            hanya (?:dengan|lewat|melalui) (?:<treatment>) (?:ini|inilah|kami)(?: \w+)?
            hanya (?:di|dengan) (?:klinik|metode|terapi|tempat|rumah sakit) (?:kami|ini)
        """,
        "unrivalled": r"""
            nomor (?:satu|wahid|1|urut satu)
            no\. ?1
            (?:tiada|tanpa|tak ada|tidak ada) (?:tanding|tandingan|duanya|banding|bandingan|
                saingan|saingannya|lawan)(?:an)?(?:nya)?
            (?:tak|tidak) (?:tertandingi|terkalahkan|tersaingi|terbandingkan)
            (?:ber)?kelas dunia
            bertaraf dunia
            jagonya
            juaranya
            jawara
            memang juara
            pamungkas
            peringkat (?:satu|pertama|teratas)
            paripurna
        """,
        "wonder": r"""
            revolusioner
            merevolusi
            revolusi (?:dalam|di|bagi|baru)
            terobosan(?: baru| besar| medis)?
            ajaib\w*
            keajaiban
            mukjizat
            mujizat
            magis
            spektakuler
            sensasional
            fenomenal
            super ?(?:ampuh|canggih|manjur|hebat|lengkap)
            sakti
            dewa penyelamat
            mahaampuh
        """,
    },
    "significant": {
        "adverb": r"""
            secara (?:signifikan|bermakna|drastis|dramatis|nyata dan bermakna|mencolok)
            (?:<moved>|me\w+)(?: [\w-]+){0,4}? (?:signifikan|drastis|dramatis)
            (?:<moved>)(?: \w+)? bermakna
            (?:signifikan|drastis|dramatis|bermakna) (?:lebih|menurun|meningkat|membaik|
                memperbaiki|menurunkan|meningkatkan|mengurangi|mempercepat|berbeda|menaikkan|
                memperpendek|terhadap|pada|dalam|bagi pasien)
        """,
        "adjective": r"""
            (?:<effect>)(?:nya)?(?: [\w-]+){0,5}? (?:yang |sangat |cukup |itu |ini |
                lebih )*(?:signifikan|drastis|dramatis)(?:nya)?
            (?:<effect>)(?:nya)?(?: [\w-]+){0,3}? (?:yang )?(?:sangat |cukup )?bermakna
            signifikan
            drastis
        """,
    },
    "research": {
        "study": r"""
            (?:<study>)(?:,? [\w/-]+){0,9}?,? (?:telah |sudah |juga |kini |jelas |berulang kali |
                konsisten |baru-baru ini |bahkan |secara \w+ |berhasil )*(?:<finds>)
            (?:menurut|berdasarkan|merujuk|mengacu)(?: pada)? (?:[\w-]+ ){0,3}?(?:penelitian|
                studi|riset|survei|uji klinis|uji|bukti(?: ilmiah)?|kajian|meta-analisis|ilmu|
                temuan|data|para ahli|pakar|peneliti|para peneliti|ilmuwan|tinjauan|jurnal)
            (?:dalam|pada) (?:[\w-]+ ){0,3}?(?:penelitian|studi|uji klinis|riset|
                percobaan)(?: [\w-]+){0,4}?, (?:terlihat|tampak|ditemukan|didapati|terbukti|
                terungkap)
            (?:ada|terdapat|memiliki|punya|adanya) (?:[\w-]+ ){0,2}?bukti (?:ilmiah|kuat|klinis|
                yang kuat|yang baik|bahwa|yang jelas|nyata)
            bukti (?:ilmiah|klinis|medis)(?:nya)? (?:kuat|jelas|kokoh|cukup|banyak|sudah)
            (?:bukti|evidence)-?nya (?:kuat|jelas|kokoh|meyakinkan|sudah \w+)
            (?:yang )?ditemukan (?:oleh )?(?:para )?(?:peneliti|ilmuwan|ahli)
            (?:sudah |telah )?banyak (?:di)?teliti(?:an)?(?: \w+)? (?:bahwa|soal)
            (?:kalau|jika|bila) (?:melihat|menilik|merujuk|menyimak|
                mengacu)(?: [\w-]+){0,2}? (?:data|
                penelitian|studi|riset|bukti|hasil)
            (?:kalangan |dunia )(?:ilmuwan|ilmiah|kedokteran|medis|
                pakar)(?: [\w-]+){0,3}? (?:sepakat|
                mengakui|setuju)
            (?:tahu|belajar) dari (?:[\w-]+ ){0,2}?(?:penelitian|studi|riset|uji klinis)
            (?:dalam|pada) (?:[\w-]+ ){0,2}?(?:uji|studi|penelitian|riset)(?: (?:acak|klinis|
                terkendali|besar))+,
            (?:penelitian demi penelitian|studi demi studi)
            bukti(?:nya)? (?:makin|semakin|kian) (?:banyak|kuat|jelas)
            kata (?:penelitian|riset|para ahli|ilmuwan|sains)
            (?:ditemukan|terlihat|tampak|ditunjukkan|diperlihatkan) (?:dalam|oleh|
                lewat) (?:[\w-]+ ){0,2}?(?:penelitian|studi|
                riset|uji)
            (?:sudah|telah) diakui(?: secara| oleh)? (?:dunia |kalangan )?(?:medis|ilmiah|
                kedokteran|ilmuwan|pakar)
            didukung (?:oleh )?(?:[\w-]+ ){0,2}?(?:bukti|penelitian|studi|riset|sains|uji klinis)
            (?:dari|oleh) (?:[\w-]+ ){0,2}?(?:hasil )?(?:penelitian|riset|uji klinis|studi|
                survei)(?: [\w-]+){0,4}?,? (?:diketahui|terlihat|tampak|didapati|ditemukan|
                terbukti|terungkap)
            (?:para )?(?:ilmuwan|peneliti|ahli|pakar) (?:sepakat|setuju|tahu|yakin|mengatakan|
                menyatakan)
        """,
        "proven": r"""
            terbukti
            (?:telah|sudah|berhasil) (?:\w+ )?dibuktikan
            dibuktikan (?:secara|oleh|melalui|lewat|dengan|dalam)
            (?:telah|sudah) (?:lama |banyak |jelas |umum )diketahui
            diketahui (?:secara luas )?bahwa
            secara ilmiah (?:terbukti|teruji|diakui|telah|sudah)
            teruji (?:secara )?(?:klinis|ilmiah|medis)
            (?:sudah|telah) (?:mapan|menjadi fakta|menjadi konsensus)
            fakta ilmiah
            konsensus ilmiah
            berbasis bukti
            jelas bukti(?:nya)?(?: ilmiahnya| ilmiah)? (?:bahwa|kalau)
            teruji (?:di|dalam|lewat) (?:laboratorium|uji|penelitian|studi)
            (?:tak|tidak) terbantahkan(?: [\w-]+){0,4}? (?:ilmu\w*|ilmiah|pakar|peneliti|
                penelitian|medis)
        """,
    },
    "number": {
        "share": r"""
            <about><percent>(?:(?: dari)?(?: semua| seluruh)? [a-z]+)?
            <about>(?:<fraction>)<of_all><plain> <people>
            (?:<fraction>) (?:dari )?(?:semua |seluruh )?(?:stroke|kejang|serangan|kasus|kematian|
                patah tulang|kecelakaan)
            (?:<fraction>)nya(?= (?:merasa|mengaku|meninggal|sembuh|pulih|kembali|berhenti|
                mengalami|tidak|ingin))
            (?:<fraction>) (?:dari )?(?:mereka|kita|kami|di antaranya)
            <about><count>(?: [\w-]+)? (?:dari|di antara)(?: setiap| tiap)? <of_how_many>
            <count> (?:per|dalam) (?:<tens>|<digits>)(?! jam)
        """,
        "people": r"""
            <about>(?:<large>)(?: [\w-]+)? (?:<people>)
            <about>(?:<count>|beberapa|ber)? ?(?:juta|miliar|milyar)
            (?:puluhan|ratusan|ribuan|jutaan|miliaran)(?: juta| ribu)?
        """,
        "size": r"""
            <about><count>(?:(?: sampai |–|-| hingga | dan )<count>)? ?(?:<measure>)
            <times> (?:lebih |lebih\w* )?(?:mungkin|berisiko|besar|tinggi|sering|rentan|banyak|
                cepat|kuat|lambat|rendah|lama|baik|lipat)
            (?:<times> lipat|<halved>)
        """,
        "score": r"""
            (?:skor|nilai|skala|nyeri|kelelahan|kecemasan|depresi|kekuatan|kecepatan|
                spastisitas)(?: [\w-]+){0,4}? (?:<down>|
                <up>|membaik)(?: [\w-]+){0,3}? dari <digits>(?: \w+)? (?:menjadi|ke) <digits>
        """,
        "sessions": r"""
            (?:perlu|butuh|memerlukan|membutuhkan|dibutuhkan|
                diperlukan)(?: [\w-]+){0,3}? <range> (?:kali|
                sesi|suntikan)(?: \w+)?(?= (?:sampai|hingga|agar|sebelum|untuk))
        """,
        "time": r"""
            (?:selama |dalam |sekitar |kira-kira |setelah |sesudah |sampai |hingga |hanya |
                hampir |rata-rata |paling lama )*<range> (?:<time>)(?: (?:sehari|lebih (?:cepat|
                awal|lama|lambat)|setelah\w*|sesudah\w*|sebelum\w*|kemudian|sejak))?
        """,
        "decades": r"""
            (?:<count>|beberapa) (?:dekade|dasawarsa)(?= (?:terakhir|belakangan|ini))
        """,
    },
    "percent": {
        "share": r"""
            <about><percent>
            <about>(?:<fraction>)(?= (?:dari )?(?:semua |seluruh |jumlah |
                para )*(?:(?!jam|tablet|dosis|hari|gelas|porsi|jalan|
                kemudian)[\w-]+ ){0,2}?(?:<people>|
                mereka|kita))
            <about>(?:<fraction>)nya(?= (?:merasa|mengaku|meninggal|sembuh|pulih|kembali|berhenti|
                mengalami|ingin))
        """,
    },
    "rate": {
        "share": r"""
            (?:prevalensi|(?:tingkat|angka) (?:kesembuhan|keberhasilan|kekambuhan|bertahan hidup|
                kegagalan|pemulihan|kepatuhan|
                kecacatan))(?:nya)?(?: (?!dari)[\w-]+){0,5}? <about><pct>
        """,
    },
    "relative": {
        "ratio": r"""
            (?:rasio (?:odds|peluang|hazard|bahaya|risiko)|odds ratio|hazard ratio|
                risk ratio)(?:-?nya)?(?: [\w-]+){0,8}? (?:sebesar |adalah |sekitar |kira-kira |
                mencapai )*<digits>
            (?:risiko|resiko) relatif(?:nya)?(?: [\w-]+){0,6}? (?:sebesar |adalah |
                sekitar )*<digits>
            (?:or|hr|rr|aor|ahr) ?[=:] ?<digits>
            (?<=\()(?:or|hr|rr|aor|ahr) <digits>
        """,
        "likely": r"""
            <times>(?: lebih)? (?:mungkin|berisiko|rentan|berpeluang|sering|rawan|berkemungkinan)
            (?:<fraction>|dua kali lipat|lipat (?:dua|tiga|empat)) (?:<risk>)(?:nya)?
            (?:<risk>)(?:nya)?(?: [\w-]+){0,6}? <fraction> lebih (?:rendah|tinggi|kecil|besar)
            (?:<percent>|<fraction>|separuh) (?:lebih|kurang) (?:mungkin|berisiko|rentan|jarang|
                sering|berpeluang)
            (?:<risk>|berisiko|berpeluang)(?:nya)?(?: [\w-]+){0,7}? (?:<times>|
                <percent> lebih)(?: lipat| lebih| kali)*(?: (?:tinggi|besar|rendah|kecil|banyak|
                sering))?
            (?:<times>|<percent>) (?:lebih (?:tinggi|besar|rendah|kecil)|
                lipat)(?: \w+){0,3}? (?:(?:<risk>)(?:nya)?|mengalami|terkena|terserang)
        """,
        "change": r"""
            (?:<halved>)(?: [\w-]+){0,4}? (?:<risk>)
            (?:<risk>)(?:nya)?(?: [\w-]+){0,8}? (?:<halved>|berlipat|menjadi (?:separuh|setengah|
                dua kali))
            (?:(?:<down>|<up>)(?: [\w-]+){0,3}? (?:<risk>)(?:nya)?(?: [\w-]+){0,8}?|
                (?:<risk>)(?:nya)?(?: [\w-]+){0,8}? (?:<down>|<up>)(?: [\w-]+){0,2}?|
                (?:stroke|angka jatuh|infeksi|
                kejadian jatuh)(?: \w+){0,3}? (?:<down>)) (?:sebesar |sebanyak |hingga |sampai |
                sekitar |hampir |lebih dari |kira-kira |menjadi |
                dengan )*(?:<percent>|<fraction>|separuhnya|setengahnya|<times>)
            (?:<down>|<up>|memangkas|mengurangi) <about>(?:<fraction>|
                <pct>)(?: dari)? (?:<risk>)
            (?:penurunan|pengurangan|peningkatan|
                kenaikan) (?:relatif )?(?:<risk>)(?: [\w-]+){0,6}? <about>(?:<percent>|
                <fraction>)
        """,
    },
}

SOUND = {
    "absolute": r"""
        (?:<harmed>)(?: [\w-]+){0,4}? (?:secara |yang |bersifat |menjadi )*permanen
        permanen (?:pada|di) (?:otak|mata|saraf|telinga)
        (?:tidak|belum|bukan) permanen
        permanen(?= (?:dan )?(?:cacat|rusak))
        (?:men)?jamin(?:an)? (?:kesehatan|sosial|kerahasiaan|privasi|mutu|biaya|nasional)
        (?:kerahasiaan|privasi|biaya|identitas|data)(?: [\w-]+){0,4}? (?:di|ter)jamin
        (?:di|ter)jamin(?: oleh)? (?:bpjs|jkn|pemerintah|negara|undang|asuransi|konstitusi|hukum|
            kerahasiaan\w*)
        kartu jaminan
        bukan jaminan
        (?:tanpa|tidak ada|bebas) (?:faktor risiko|risiko tinggi)
        tidak ada (?:efek samping|risiko|komplikasi)(?: [\w-]+){0,3}? (?:dilaporkan|ditemukan|
            tercatat|terlihat|berat|serius|berarti|bermakna)
        (?:tanpa|tidak ada|tidak menimbulkan) (?:efek samping|komplikasi|risiko) (?:berat|serius|
            bermakna|berarti|tambahan|besar)
        (?:setiap|semua|tiap) \w+(?: \w+){0,2}? (?:sembuh|pulih|
            membaik)(?: [\w-]+){0,3}? (?:sendiri|masing-masing|berbeda\w*)
        pastikan
        (?:tidak|belum) pasti
        (?:luka|tulang)(?: [\w-]+){0,3}? (?:sembuh|menyembuhkan)
        menyembuhkan diri
        selalu (?:tanyakan|bawa|periksa|catat|minta|hubungi|beri tahu)
        (?:sebelum|sampai|hingga|setelah|sesudah|bila|jika|kalau) (?:\w+ ){0,2}?(?:sembuh|
            pulih) (?:total|sempurna|sepenuhnya|tuntas)
        garansi (?:kursi|alat|mesin|baterai|ranjang|tongkat|toko|pabrik)
        masa garansi
    """,
    "superlative": r"""
        kepentingan (?:yang )?terbaik
        (?:usaha|upaya|bukti|waktu|saat|hari|jam|kemampuan|keputusan|doa|praktik|perkiraan|
            taksiran|dukungan|hal) (?:yang )?terbaik
        (?:melakukan|memberi|memberikan|mengusahakan|berusaha|mencari|mendapat) yang terbaik
        (?:mana|apa|siapa|kapan|berapa)(?: yang)?(?: [\w-]+){0,4}? (?:terbaik|paling \w+)
        apa yang terbaik
        yang terbaik (?:bagi|untuk|buat) (?:anda|diri|dirinya|mereka|ia|beliau|anak|kita)
        terbaik (?:dibicarakan|didiskusikan|dilakukan|dinilai|diputuskan)
        se(?:baik|cepat|lengkap)(?: |-)mungkin
        sebaik-baiknya
        paling \w+ (?:bila|jika|kalau|ketika|saat)
        paling (?:sering|banyak|umum|lazim|tidak|sedikit|lama|lambat|berat|mungkin|
            baik (?:dilakukan|diminum|dibicarakan))
        (?:penyebab|pembunuh|prioritas|alasan|faktor|kekhawatiran|musuh|
            tersangka)(?: [\w-]+){0,3}? nomor (?:satu|1)
        nomor (?:satu|1)(?= (?:penyebab|di daftar|pada|sampai|dan nomor))
        anak(?: \w+)? satu-satunya
        satu-satunya (?:anak|putra|putri|cucu|saudara|gejala|tanda|keluhan|peserta|pasien|
            perbedaan|penyebab|alasan|bukti|ukuran|penelitian|studi|uji)
        bukan satu-satunya
        obat satu-satunya yang (?:disetujui|terdaftar)
        satu-satunya (?:\w+ )?(?:obat|terapi|alat) yang (?:disetujui|terdaftar|berizin|diuji|
            diteliti)
        jamur ajaib
        satu-satunya (?:cara|jalan) (?:untuk )?(?:me\w*tahui\w*|memastikan\w*|tahu|menuju)
        satu-satunya (?:pemeriksaan|tes|keinginan|harapannya|cita-cita)
        (?:tidak|tak) ada (?:<treatment>) yang (?:lebih|paling) (?:baik|manjur|efektif) (?:dari|
            daripada)
        (?:tidak|tak) ada yang namanya
        tempat paling (?:aman|baik|tepat) (?:untuk|bagi|menyimpan)
        (?:cara|jalan|tempat) (?:yang )?terbaik (?:untuk )?(?:menghubungi|mencapai|mengetahui|
            mencari|datang|memulai|mengingat|bertanya|belajar)
    """,
    "significant": r"""
        bermakna (?:bagi|buat|untuk) (?:keluarga|hidup|saya|kami|kita|dia|mereka|anda|dirinya|
            orang)
        (?:hidup|kegiatan|percakapan|kehidupan|hari|tugas|pekerjaan) (?:yang )?(?:lebih )?bermakna
        (?:peran|beban|jumlah|bagian|stenosis|penyempitan|tantangan|masalah|porsi|
            biaya)(?: \w+)?(?: yang)? (?:signifikan|bermakna)
        (?:disebut|dinamakan|dinyatakan) (?:signifikan|bermakna)
        signifikan secara statistik(?: \w+){0,2} (?:belum|tidak|bukan)
        signifikan (?:berarti|artinya|bukan|belum)
        (?:bisa|dapat|mungkin|boleh) (?:saja )?(?:signifikan|bermakna)
        (?:peristiwa|pengalaman|kenangan|momen|saat) (?:yang )?(?:sangat |paling )?(?:bermakna|
            signifikan)
        yang (?:signifikan|bermakna) (?:bagi|untuk|menurut)
        terlalu \w+ untuk (?:disebut |dikatakan )?(?:signifikan|bermakna)
    """,
    "research": r"""
        (?:belum|tidak|tak|kurang|sedikit|minim|jarang|hampir tidak|tanpa) (?:pernah |cukup |
            banyak |ada |satu pun |seorang |sama sekali |memiliki |punya |didukung |secara \w+ |
            benar-benar |dapat |bisa )*(?:terbukti|dibuktikan|bukti\w*|teruji|diketahui|
            penelitian|studi|uji|riset|data)(?: [\w-]+){0,6}?(?: <finds>)?
        bukti(?:nya)?(?: [\w-]+){0,4}? (?:masih |sangat |terlalu |belum |cukup )*(?:lemah|kurang|
            terbatas|sedikit|minim|belum|tipis|campur|bertentangan|rendah|tidak|langka|beragam)
        (?:apakah|benarkah|apa|bagaimana|berapa|mengapa|
            sejauh mana) (?:[\w-]+ ){0,6}?(?:terbukti|bukti|penelitian|studi|riset|<finds>)
        apa yang (?:sudah |telah )?terbukti
        (?:akan|harus|perlu|mungkin|dapat|bisa|hendak|untuk) (?:segera |kelak |ikut )?(?:<finds>|
            membuktikan|dibuktikan)
        (?:artikel|tulisan|halaman|naskah|bab) (?:ini|itu|kami) (?:\w+ ){0,3}\w+
        (?:penelitian|studi|uji|riset)(?: (?!bahwa|<finds>)[\w-]+){0,5}? (?:belum|
            tidak) (?:<finds>|dapat|
            bisa|cukup|ada)
        jangan (?:mudah |langsung )?percaya(?: [\w-]+){0,12}? terbukti
        (?:penelitian|studi|uji klinis|uji|riset) (?:lanjutan|lebih lanjut|yang lebih besar|
            lain) (?:masih |akan |perlu |dibutuhkan|diperlukan)+
        pertama kali (?:diuraikan|dilaporkan|ditemukan)
        (?:pindai|pemeriksaan|tes|rontgen|laboratorium)(?: [\w-]+){0,3}? (?:<finds>)
        (?:mencari|carilah|memilih|meminta|menelusuri|
            memasukkan) (?:[\w-]+ ){0,3}?(?:<study>) yang (?:<finds>)
        (?:kedokteran|praktik|pedoman) berbasis bukti
    """,
    "number": r"""
        (?:tahun )?(?:19|20)\d\d(?:(?:–|-| sampai | hingga | dan )(?:19|20)?\d\d)?
        \d+ (?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|
            desember)
        (?:gambar|tabel|bagian|bab|persamaan|kotak|panel|halaman|ruang|kamar|lantai|langkah|
            butir|pertanyaan|nomor|telepon|hubungi|tingkat|derajat|stadium|tipe|fase|versi|no\.|
            hari ke|hari ke-|minggu ke-|bulan ke-|pukul|jam|kelas|bangsal|level|faktor|pasal|
            jalan)(?: |-)?<digits>(?:(?:–|-| dan | sampai |, )<digits>)*
        ke-?\d+
        (?:berusia|usia|umur|berumur)(?: (?:di )?(?:atas|bawah))? <token>(?:<to><token>)?(?: tahun)?
        <token> tahun(?=,)
        (?:ik|interval(?: kepercayaan)?|selang kepercayaan|ci) ?(?:95|99|90) ?%
        (?:95|99|90|98,3) ?%(?: |-)?(?:ik|ci|interval|kepercayaan)
        (?:100 ?%|100 persen|seratus persen) (?:aman|sembuh|efektif|alami|berhasil|pulih|yakin|
            bebas|manjur|pasti|halal|terjamin)
        (?:saturasi|kelembapan|kelembaban|oksigen|alkohol|konsentrasi|larutan|kadar air|volume|
            baterai)(?: [\w-]+){0,6}? <token> ?(?:%|persen)
        <token> ?(?:%|persen) (?:saturasi|oksigen|alkohol|larutan|dari (?:nilai )?maksimum)
        <token> kali (?:sehari|seminggu|sebulan|setahun|sepekan|per|dalam sehari|tiap|setiap|
            berturut-turut)
        (?:satu|dua|tiga|empat|lima|enam) (?:jenis|macam|bentuk|cara|bagian|kelompok|alasan|
            pertanyaan|langkah|hal|tanda|metode|tahap|fase|elektrode|sisi|tangan|kaki|contoh|
            tujuan|terapi)
        salah satu
        satu (?:sama lain|per satu|orang|sisi|tangan|lengan|cara|hal|lagi)
        suatu hari
        (?:buka|tutup|jam buka|pelajaran|janji temu|kunjungan|konsultasi|kursus|kelas|sesi|
            pemeriksaan|pemindaian|perekaman|pengukuran|biaya|tarif|harga|balasan|pendaftaran|
            surat|formulir|rapat|antre|antrean|pelatihan|ceramah|
            rawat jalan)(?: [\w-]+){0,6}? (?:selama |dalam |sekitar |pukul |dari |sampai |
            berlangsung |memakan waktu |hanya )*(?:<number><to>)?<number> ?(?:<time>|rupiah|%)?
        setiap <token> (?:<time>)
        <token> (?:<time>) (?:sekali|ke depan|berikutnya)
        rp ?<digits>
        <token> (?:rupiah|dolar|ribu rupiah|juta rupiah)
        (?:bangsal|klinik|unit|rumah sakit|tim|bagian|puskesmas|kelompok)(?: kami)? (?:punya|
            memiliki|
            mempunyai|terdiri atas|dengan)(?: \w+){0,2} <token> [\w ]+? dan <token> \w+
        setengah (?:jam|tablet|dosis|hari|gelas|porsi|jalan|halaman)
        (?:belahan|paruh|separuh) (?:pertama|kedua|kanan|kiri)
        (?:kembali|pulih|sembuh|hilang) (?:100 ?%|100 persen|seratus persen)
    """,
    "percent": r"""
        (?:ik|interval(?: kepercayaan)?|selang kepercayaan|ci) ?(?:95|99|90) ?%
        (?:95|99|90|98,3) ?%(?: |-)?(?:ik|ci|interval|kepercayaan)
        (?:100 ?%|100 persen|seratus persen) (?:aman|sembuh|efektif|alami|berhasil|pulih|yakin|
            bebas|manjur|pasti|halal|terjamin)
        <percent> (?:lebih|kurang) \w+
        <percent> dari (?:nilai|kadar|volume|denyut|maksimum|kekuatan|berat|energi|dosis|waktu|
            total|semua stroke|kasus|seluruh (?:volume|kasus|waktu))
        (?:<down>|<up>|membaik|memperbaiki)(?: [\w-]+){0,7}? (?:sebesar |sebanyak |hingga |
            sampai |menjadi |dari |sekitar |hampir |lebih dari |kira-kira |ke )*(?:<percent>|
            <fraction>)
        (?:saturasi|kelembapan|kelembaban|oksigen|alkohol|konsentrasi|volume|denyut|nadi|
            intensitas|dosis|penyempitan|stenosis|fraksi|kekuatan|baterai|kecepatan|berat|daya|
            sensitivitas|spesifisitas|akurasi|varians|kadar|energi|otak|skala|skor|ambang|
            frekuensi|kapasitas)(?: [\w-]+){0,7}? <percent>
        (?:menyempit|tersumbat|menebal|menipis)(?: \w+){0,2} <pct>(?! (?:<people>))
        (?:kembali|pulih|sembuh|hilang) (?:100 ?%|100 persen|seratus persen)
    """,
    "relative": r"""
        rasio (?:odds|hazard|risiko)(?: sebesar)? 1(?:,0+)?(?= (?:berarti|artinya|menunjukkan))
        ["“][^"”]{1,60}["”](?= (?:tidak|berarti|artinya|belum|terdengar|adalah|itu))
    """,
}

# What a sentence must have at least before the long expressions are worth asking.
NEEDS = {
    "relative": (
        r"\d|persen|per|separuh|setengah|separo|kali|lipat|ganda",
        (
            "risiko|resiko|peluang|mungkin|odds|probabilitas|bahaya|insiden|mortalitas|kematian|hazard"
            "|ratio|rasio|kejadian|rawat ulang|kambuh|rentan|sering|jarang|rawan|stroke|jatuh"
            "|infeksi"
            "|hr|rr|or "
        ),
    ),
    "superlative.best": (
        (
            "terbaik|paling (?:aman|cepat|baik|tepat|alami|murah|bagus|ramah|kuat|nyaman)"
            "|lebih (?:unggul|baik|ampuh|hebat|manjur)|mengungguli|mengalahkan|melampaui|lompatan"
            "|kemajuan|pencapaian|penemuan|prestasi"
        ),
    ),
    "superlative.only": ("satu-satunya|hanya|(?:tidak|tak|belum) ada",),
    "percent": ("%|persen|per|separuh|setengah|separo",),
    "rate": ("%|persen",),
}

CONTEXT = {
    "gain": r"""
        (?:efek|hasil|manfaat|khasiat|kesembuhan|pemulihan|perbaikan|kemajuan)(?:nya)?
        (?:sembuh|pulih|membaik|bebas|teratasi|lenyap|tuntas|menyembuhkan|memulihkan|menghilangkan|
            memperbaiki|mengatasi|membebaskan|terbebas|melenyapkan|mengusir|mengakhiri|meredakan|
            menguatkan|memperkuat|menghentikan|lepas)
        (?:nyeri|kejang|tremor|keluhan|gejala|stroke|sakit|epilepsi|migrain|kambuh)\w*
        (?:tidak|tak|takkan) (?:akan |pernah )*\w+
        terapi\w*
        metode
        abadi
    """,
    "measured": r"""
        (?<!\d)(?!100)<digits> ?(?:%|persen)
        <number> dari <number>
    """,
    "course": r"""
        (?:pulih|sembuh|kambuh|gejala|gerak|tidur|spastis|manfaat|efek|bengkak|khasiat)\w*
        pemulihan
        kembali
        membaik
        perbaikan
        bertahan
        (?:hilang|memudar|mereda|reda|mengempis|menghilang|lenyap|surut|menetap|muncul)
        (?:stroke|kejang|serangan|nyeri|migrain|perdarahan|penyakit|demensia|epilepsi|demam|infeksi)
        (?:tangan|lengan|tungkai|jari(?:-jari)?|berjalan|bicara|ingatan)
        masa emas
        (?:meninggal|kematian|bertahan hidup|harapan hidup)
        lebih (?:cepat|lama|awal|lambat|singkat|lincah)
        pulang
        dirawat
        rawat
        merawat
        terlambat
        bekerja
        trombolisis
        menghabiskan
        diagnosis
        (?:tingkat|angka) (?:kesembuhan|keberhasilan|kekambuhan|kegagalan)(?:nya)?
        kehilangan
    """,
    "service": r"""
        (?:antre|antrean|antrian|kursus|kelas|pelajaran|janji|kunjungan|sesi|konsultasi|klinik|
            bangsal|kantor|
            bus|kereta|parkir|gedung|rumah|halaman|panduan|artikel|perjalanan|rekaman|perekaman|
            pindai|
            rapat|ceramah|penelitian|studi|uji|disimpan|perawat|loket|pendaftaran)(?:nya)?
    """,
    "change": r"""
        (?:<up>|<down>|membaik|memburuk|memendek|memanjang|berubah|berbeda|melambat|selisih\w*|
            kemajuan)
        lebih
        kurang
        rata-rata
        daripada
        dibanding\w*
        risiko\w*
        berisiko
        peluang\w*
        kemungkinan\w*
        odds
        luaran
    """,
    "people": r"""
        (?:<people>)(?:nya)?
        (?:<group>)
        hampir semua
        yang (?:berhenti|sembuh|pulih|kambuh|meninggal|kembali|membaik|selamat|bertahan|ikut|
            selesai)(?: [\w-]+){0,4}? <about><pct>
        (?:<fraction>)nya
        mayoritas
        sebagian (?:besar|kecil)
        (?:terjadi|terlihat|ditemukan|tercapai|dicapai|dilaporkan|didapati) pada <about><pct>
    """,
    "counted": r"""
        <large>(?! ?(?:%|persen|<time>)(?!\w))(?: [\w-]+)? (?:<people>)
        <count>(?: <people>| kasus)? (?:dari|per|di antara)(?: setiap| tiap)? <number>
        (?<!lebih )(?<!kurang )dari (?:ke-)?<digits>(?! ?(?:%|persen))
        dari <count> <people>
        dari (?:<tens>|(?:<unit>) ratus)
        (?:semua|seluruh) <digits>
        ke-<digits>
        n ?= ?<digits>
    """,
    "absolute_numbers": r"""
        <count>(?: <people>| kasus)? (?:dari|per|di antara)(?: setiap| tiap)? <number>
        dari (?:sekitar )?(?:<pct>|<count>)(?: [\w-]+){0,3}? menjadi (?:<pct>|
            <count>) (?:per|dari|dalam|%)
        dari <pct>(?: [\w-]+){0,3}? (?:menjadi|ke) <pct>
        <pct>(?: [\w-]+){0,6}?,? (?:dibanding\w*|berbanding|dan|melawan|terhadap|
            bukan)(?: [\w-]+){0,6}? <pct>
        (?:risiko|selisih|penurunan|peningkatan|angka) (?:mutlak|
            absolut)(?: [\w-]+){0,4}? <digits>
        <large> (?:[\w-]+ ){0,2}?(?:<people>)(?:,? [\w-]+){0,8}?,? (?:dan|dibanding\w*|
            berbanding|sedangkan|sementara)(?: [\w-]+){0,6}? <large>
    """,
    "definition": r"""
        berarti
        artinya
        disebut
        adalah (?:perbandingan|hasil bagi)
        tidak memberi tahu
        singkatan
    """,
    "number": r"""
        (?<![a-z])<digits>
        p ?[=<>]
    """,
    "no_number": r"""
        (?:19|20)\d\d
        (?:tipe|gambar|tabel|bagian|bab|fase|stadium|tingkat|derajat|hari ke|minggu ke|bulan ke|
            kotak|panel|level)(?: |-)?\d+
        [a-z]+-?\d+
    """,
    "harm": r"""
        efek samping(?:nya)?
        efek (?:buruk|yang tidak diinginkan|merugikan)
        kejadian (?:ikutan|buruk|tidak diinginkan)
        kontra-?indikasi(?:nya)?
        komplikasi(?:nya)?
        risiko(?:nya)?
        resiko(?:nya)?
        berisiko
        bahaya\w*
        berbahaya
        membahayakan
        merugikan
        kerugian\w*
        mudarat
        keamanan
        keselamatan
        tidak aman
        tidak (?:dianjurkan|boleh|cocok|disarankan|tepat) (?:untuk|bagi|pada|menjalani|diberikan|
            dilakukan)
        memperburuk
    """,
    "disease_risk": r"""
        faktor risiko(?:nya)?
        (?:risiko|berisiko)(?: \w+)? (?:terkena |mengalami |terserang |terjadinya )?(?:stroke|
            demensia|depresi|jantung|jatuh|kekambuhan|epilepsi)(?: \w+)?
        (?:<down>) risiko\w*
    """,
    "otherwise": r"""
        tanpa (?:\w+ )?(?:terapi|pengobatan|latihan|perawatan|stimulasi|operasi|obat|itu|
            tindakan|rehabilitasi)
        tidak (?:diobati|diterapi|ditangani|dirawat|menjalani)
        alternatif(?:nya)?
        (?:pilihan|terapi|cara|pengobatan|obat|kemungkinan) lain(?:nya)?
        perawatan (?:biasa|standar)
        plasebo
        sham
        kelompok (?:pembanding|kontrol)
        dibandingkan (?:dengan)?
        dengan sendirinya
        menunggu saja
        alih-alih
    """,
    "offered": r"""
        membantu
        bantu\w*
        menolong
        bermanfaat
        manfaat\w*
        memperbaiki
        memulihkan
        mengobati
        menangani
        ditawarkan
        menawarkan
        dapat
        bisa
        boleh
        mungkin
        dianjurkan
        disarankan
        efektif\w*
        mengurangi
        menurunkan
        meredakan
        mempercepat
        meningkatkan
        menguatkan
        memperkuat
        mendukung
        mendorong
        menyembuhkan
        digunakan
        dipakai
        diberikan
        berguna
        berkhasiat
        menyiapkan
        menghasilkan
    """,
}

GIVEN = {
    "stimulasi": r"""
        (?:stimulasi|rangsangan|perangsangan)(?: (?:otak|listrik|magnetik|magnet|saraf|vagus|
            arus|searah|transkranial|dalam|non-invasif|noninvasif|theta|burst|elektrik|medula|
            spinalis|fungsional))+
        tdcs
        r?tms
        tes
        tacs
        i?tbs
        vns
        dbs
        terapi elektrokonvulsif
        neuromodulasi
        neurostimulasi
        stimulasi
    """,
    "sel punca": r"""
        sel punca
        stem cell\w*
    """,
    "operasi": r"""
        operasi
        pembedahan
        bedah saraf
        trombektomi
        kraniotomi
        alat tanam
    """,
    "suntikan": r"""
        suntikan(?: \w+)?
        injeksi(?: \w+)?
        toksin botulinum
        botoks
        infus
    """,
    "obat": r"""
        trombolisis
        alteplase
        tenekteplase
        statin
        aspirin
        klopidogrel
        antikoagulan
        pengencer darah
        levodopa
        fluoksetin
        antidepresan
        (?:obat )?anti ?(?:epilepsi|kejang)
        citicoline
        sitikolin
        jamu(?: \w+)?
        ramuan(?: \w+)?
        suplemen(?: \w+)?
        obat(?:-obatan)?
    """,
    "latihan intensif": r"""
        latihan (?:intensif|intensitas tinggi|berdosis tinggi|dosis tinggi|sangat dini)
        (?:rehabilitasi|terapi) intensif
        mobilisasi (?:sangat )?dini
        terapi pembatasan(?: \w+)?
    """,
    "alat": r"""
        eksoskeleton
        robot(?:ik)?
        helm(?: \w+)?
        oksigen hiperbarik
        akupunktur(?: \w+)?
    """,
}

EXAMPLES = {
    "claim-uncited": "'Penelitian menunjukkan … [@kunci]', atau 'Menurut kami …'",
    "number-uncited": "'… 30% pasien [@kunci]'",
    "lasting": "'bertahan berbulan-bulan pada … orang [@kunci]'",
    "cure": "'dapat meringankan gejala pada sebagian orang [@kunci]'",
    "certain": "'menolong … dari … orang dalam satu uji klinis [@kunci]'",
    "safe": "'sakit kepala adalah efek samping yang paling sering [@kunci]'",
    "everybody": "'… dari … orang membaik [@kunci]'",
    "claim-superlative": "'lebih baik daripada perawatan biasa dalam satu uji klinis [@kunci]'",
    "claim-significant": "'membaik … poin (IK 95% … sampai …)'",
    "percent-without-denominator": "'… dari … orang'",
    "risks-unsaid": "'… dari … orang sakit kepala; tidak untuk penderita epilepsi [@kunci]'",
    "alternatives-unsaid": "'Tanpa terapi ini, … Pilihan lain ialah …'",
    "relative-without-absolute": "'dari … menjadi … per 100 orang'",
}
