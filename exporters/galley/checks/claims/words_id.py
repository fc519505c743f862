"""Indonesian words of the claim rules: one phrase a line, in small letters."""

from __future__ import annotations

PARTS = {
    "about": (
        "(?:(?:hampir|hanya|hingga|kira-kira|lebih dari|paling sedikit|sampai"
        "|sebanyak|sebesar|sedikitnya|sekitar) )*"
    ),
    "any": "(?: ada| sedikit pun| satu pun| segala| semua| adanya| risiko)",
    "of_all": "(?: dari)?(?: semua| seluruh| jumlah| para| pasien| mereka| kita)*",
    "of_how_many": "<tens>|<digits>|<small>|seribu|seratus",
    "range": "<count>(?:(?: sampai |–|-| hingga | atau | dan )<count>)?",
    "digits": r"\d(?:[\d.,]*\d)?",
    "unit": "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan",
    "small": "<unit>|sepuluh",
    "tens": (
        "sebelas|(?:<unit>) belas|(?:<unit>) puluh(?: (?:<unit>))?|seratus|(?:<unit>) ratus|seribu"
    ),
    "scale": "ratus|ribu|juta|miliar|milyar",
    "large": r"<digits>(?: <scale>)?|<tens>(?: <scale>)?|(?:<small>|beberapa) <scale>|"
    "(?:puluhan|ratusan|ribuan|jutaan|miliaran)(?: <scale>)?",
    "count": r"<digits>(?: <scale>)?|<tens>(?: <scale>)?|<small>(?: <scale>)?",
    "percent": r"(?:<count>(?:(?: sampai |–|-| hingga | dan )<count>)?) ?(?:%|persen)",
    "fraction": (
        "sepertiga|seperempat|seperlima|sepersepuluh|separuh|setengah|separo"
        "|(?:<unit>) (?:pertiga|perempat|perlima|persepuluh)"
    ),
    "people": (
        "pasien|orang|penyintas|pendamping|perawat|responden|peserta|partisipan|penderita"
        "|penyandang|lansia|anak|dewasa|perempuan|wanita|pria|laki-laki|ibu|bapak|keluarga|dokter"
        "|terapis|fisioterapis|relawan|remaja|bayi|warga|penduduk|kader|kerabat|istri|suami"
        "|perokok|pekerja|pengemudi|siswa|mahasiswa|subjek|kasus|pengasuh|caregiver|korban"
        "|jiwa|pengguna|guru|petani|buruh|jemaah|santri|atlet|kontrol|rumah tangga"
    ),
    "group": "kelompok|kohort|mereka|kami|kita|di antaranya",
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
    "times": r"(?:<count>|beberapa) kali(?: lipat)?",
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
        "|temuan (?:ilmiah|penelitian|riset|baru|terbaru)|eksperimen|percobaan"
        "|analisis|jurnal|literatur|pakar"
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
        berlebihan
        konon
        katanya
        janji(?:-janji| manis)?
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
                abadi)(?: [\w-]+){0,5}? (?:untuk )?(?:se)?lama(?:nya|-lamanya)
            (?:tidak|tak) (?:akan |pernah )+(?:kambuh|kembali|hilang|muncul|datang|pudar|memudar|
                luntur|lenyap|terulang|menyerang)(?: lagi)?
            takkan (?:pernah )?(?:kambuh|kembali|hilang|muncul|datang|pudar|memudar|
                terulang)(?: lagi)?
            seumur hidup (?:bebas|sembuh|sehat)
            (?:bebas|sembuh|sehat) seumur hidup
            abadi
            (?:sekali|satu kali) (?:terapi|suntik|pengobatan) langsung (?:sembuh|pulih|hilang)
        """,
        "cure": r"""
            menyembuhkan
            (?:sembuh|pulih|kesembuhan|pemulihan|hilang|teratasi|tuntas|
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
            (?:sudah )?pasti (?:akan |bisa |dapat |lekas |segera |langsung )*(?:sembuh|pulih|
                membaik|normal|berhasil|berjalan|bicara|kembali|hilang|sehat|aman|manjur|ampuh|
                efektif|cocok|mujarab|bisa|membantu|menolong|menyembuhkan|memulihkan|terbukti|
                reda|lenyap|bermanfaat|tuntas|turun|kuat|mampu)
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
            tak terbantahkan
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
                menyebabkan)(?: sama sekali| sedikit pun)? (?:efek samping|risiko|resiko|
                efek buruk|bahaya|efek negatif)
            (?:tidak|tak) (?:berisiko|berbahaya)(?: sama sekali| sedikit pun)
        """,
        "everybody": r"""
            (?:semua|seluruh|setiap|tiap|siapa pun|siapapun|
                siapa saja)(?: [\w-]+){0,6}? (?:akan |pasti |bisa |dapat |kembali |langsung |
                jadi |akhirnya )*(?:sembuh|pulih|membaik|berhasil|kembali (?:normal|sehat|
                mandiri|seperti semula)|mandiri lagi|dapat berjalan|bisa berjalan|
                berjalan (?:lagi|kembali)|bicara (?:lagi|kembali)|terbebas|merasakan manfaat\w*)
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
            mengungguli (?:semua|segala|seluruh|setiap)
        """,
        "most": r"""
            paling (?:efektif|ampuh|manjur|mujarab|lengkap|canggih|modern|maju|komprehensif|
                unggul|berpengalaman|hebat|mutakhir|tepercaya|terpercaya|sukses|mumpuni|jitu|
                berkhasiat|menyeluruh|dahsyat|andal|handal|top|profesional|inovatif|akurat|
                istimewa|dicari|terkenal|efisien|ahli|bermanfaat|menjanjikan|berhasil|sempurna)
            ter(?:canggih|lengkap|modern|ampuh|hebat|unggul|efektif|depan|kemuka|mutakhir|manjur|
                andal|handal|jitu|maju|dahsyat|mujarab|komprehensif|baru dan terbaik|pandai|
                pintar|mumpuni|favorit|top|populer dan terbaik)(?:nya)?
            sangat amat berharga
        """,
        "only": r"""
            satu-satunya(?: [\w-]+){0,2}? (?:<ranked>|jalan|harapan|pilihan|solusi|jawaban|
                yang (?:bisa|dapat|mampu|menolong|terbukti|efektif|berhasil))
            (?:<ranked>)(?: [\w-]+){0,2}? satu-satunya
            satu-satunya yang
            hanya (?:terapi|obat|metode|klinik|dokter|alat|cara|ramuan) (?:ini|kami|itu|
                inilah) (?:yang|lah)
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
            super (?:ampuh|canggih|manjur|hebat|lengkap)
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
            (?:<study>)(?:,? [\w/-]+){0,6}? (?:telah |sudah |juga |kini |jelas |berulang kali |
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
            buktinya (?:kuat|jelas|kokoh|sudah \w+)
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
        """,
    },
    "number": {
        "share": r"""
            <about><percent>(?: dari)?(?: semua| seluruh)?(?: <people>)?
            <about>(?:<fraction>)<of_all>(?: [\w-]+){0,2}? <people>
            (?:<fraction>) (?:dari )?(?:mereka|kita|kami|di antaranya)
            <about><count>(?: <people>| kasus)? (?:dari|di antara)(?: setiap| tiap)? <of_how_many>
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
        "time": r"""
            (?:selama |dalam |sekitar |kira-kira |setelah |sesudah |sampai |hingga |hanya |
                hampir |rata-rata |paling lama )*<range> (?:<time>)(?: (?:sehari|lebih (?:cepat|
                awal|lama|lambat)|setelah\w*|sesudah\w*|sebelum\w*|kemudian|sejak))?
        """,
        "decades": r"""
            (?:<count>|beberapa) (?:dekade|dasawarsa) (?:terakhir|belakangan|ini)
        """,
    },
    "percent": {
        "share": r"""
            <about><percent>
            <about>(?:<fraction>)(?= (?:dari )?(?:semua |seluruh |jumlah |
                para )*(?:[\w-]+ ){0,2}?(?:<people>|mereka|kita))
        """,
    },
    "relative": {
        "ratio": r"""
            (?:rasio (?:odds|peluang|hazard|bahaya|risiko)|odds ratio|hazard ratio|
                risk ratio)(?:nya)?(?: [\w-]+){0,8}? (?:sebesar |adalah |sekitar |kira-kira |
                mencapai )*<digits>
            (?:risiko|resiko) relatif(?:nya)?(?: [\w-]+){0,6}? (?:sebesar |adalah |
                sekitar )*<digits>
            (?:or|hr|rr|aor|ahr) ?[=:] ?<digits>
            (?<=\()(?:or|hr|rr|aor|ahr) <digits>
        """,
        "likely": r"""
            <times>(?: lebih)? (?:mungkin|berisiko|rentan|berpeluang|sering|rawan|berkemungkinan)
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
            (?:<down>|<up>)(?: [\w-]+){0,3}? (?:<risk>)(?:nya)?(?: [\w-]+){0,8}? (?:sebesar |
                sebanyak |hingga |sampai |sekitar |hampir |lebih dari |kira-kira |menjadi |
                dengan )*(?:<percent>|<fraction>|separuhnya|setengahnya|<times>)
            (?:<down>|<up>|memangkas|mengurangi) <about>(?:<fraction>|
                <percent>)(?: dari)? (?:<risk>)
            (?:<risk>)(?:nya)?(?: [\w-]+){0,8}? (?:<down>|<up>)(?: [\w-]+){0,2}? (?:sebesar |
                sebanyak |hingga |sampai |sekitar |hampir |lebih dari |kira-kira |
                menjadi )*(?:<percent>|<fraction>|separuhnya|setengahnya|<times>)
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
        (?:penelitian|studi|uji|riset)(?: [\w-]+){0,5}? (?:belum|tidak) (?:<finds>|dapat|bisa|
            cukup|ada)
        jangan (?:mudah |langsung )?percaya(?: [\w-]+){0,12}? terbukti
        (?:penelitian|studi|uji klinis|uji|riset) (?:lanjutan|lebih lanjut|yang lebih besar|
            lain) (?:masih |akan |perlu |dibutuhkan|diperlukan)+
        pertama kali (?:diuraikan|dilaporkan|ditemukan)
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
        (?:berusia|usia|umur|berumur)(?: (?:di )?(?:atas|bawah))? <range>(?: tahun)?
        <count> tahun(?=,)
        (?:ik|interval(?: kepercayaan)?|selang kepercayaan|ci) ?(?:95|99|90) ?%
        (?:95|99|90|98,3) ?%(?: |-)?(?:ik|ci|interval|kepercayaan)
        (?:100 ?%|100 persen|seratus persen) (?:aman|sembuh|efektif|alami|berhasil|pulih|yakin|
            bebas|manjur|pasti|halal|terjamin)
        (?:saturasi|kelembapan|kelembaban|oksigen|alkohol|konsentrasi|larutan|kadar air|volume|
            baterai)(?: [\w-]+){0,6}? <percent>
        <percent> (?:saturasi|oksigen|alkohol|larutan|dari (?:nilai )?maksimum)
        <count> kali (?:sehari|seminggu|sebulan|setahun|sepekan|per|dalam sehari|tiap|setiap|
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
            berlangsung |memakan waktu |hanya )*<range> ?(?:<time>|rupiah|%)?
        setiap <count> (?:<time>)
        <count> (?:<time>) (?:sekali|ke depan|berikutnya)
        rp ?<digits>
        <count> (?:rupiah|dolar|ribu rupiah|juta rupiah)
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
    """,
    "relative": r"""
        rasio (?:odds|hazard|risiko)(?: sebesar)? 1(?:,0+)?(?= (?:berarti|artinya|menunjukkan))
    """,
}

CONTEXT = {
    "outcome": r"""
        pulih\w*
        pemulihan
        kembali
        membaik
        perbaikan
        sembuh\w*
        bertahan
        hilang
        memudar
        stroke
        kejang
        serangan
        gejala\w*
        kambuh\w*
        gerak\w*
        tangan
        lengan
        tungkai
        jari(?:-jari)?
        berjalan
        bicara
        tidur\w*
        bekerja
        nyeri
        migrain
        masa emas
        meninggal
        kematian
        hidup
        lebih (?:cepat|lama|awal|lambat|singkat|lincah)
        pulang
        dirawat
        rawat
        merawat
        manfaat\w*
        efek\w*
        latihan
        berlatih
        terapi\w*
        pengobatan
        penanganan
        otak
        saraf
        sinaps
        ingatan
        plastisitas
        penyakit
        demensia
        epilepsi
        perdarahan
        darah
        spastis\w*
        menghabiskan
        menunggu
        terlambat
        (?:<people>)
        (?:<up>|<down>)
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
    """,
    "counted": r"""
        (?:<large>|<tens>)(?! ?(?:%|persen|<time>)(?!\w))(?: [\w-]+)? (?:<people>)
        <count>(?: <people>| kasus)? (?:dari|per|di antara)(?: setiap| tiap)? (?:<tens>|<digits>|
            <small>|seratus|seribu)
        (?<!lebih )(?<!kurang )dari (?:ke-)?<digits>(?! ?(?:%|persen))
        dari <count> <people>
        dari (?:<tens>|(?:<unit>) ratus)
        (?:semua|seluruh) <digits>
        ke-<digits>
        n ?= ?<digits>
    """,
    "absolute_numbers": r"""
        <count>(?: <people>| kasus)? (?:dari|per|di antara)(?: setiap| tiap)? (?:<tens>|<digits>|
            <small>|seratus|seribu)
        dari (?:sekitar )?(?:<percent>|<count>)(?: [\w-]+){0,3}? menjadi (?:<percent>|
            <count>) (?:per|dari|dalam|%)
        dari <percent>(?: [\w-]+){0,3}? (?:menjadi|ke) <percent>
        <percent>(?: [\w-]+){0,6}?,? (?:dibanding\w*|berbanding|dan|melawan|terhadap|
            bukan)(?: [\w-]+){0,6}? <percent>
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
