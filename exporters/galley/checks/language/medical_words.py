"""Words of medicine that general dictionaries lack, and a few that the Indonesian one forgot."""

from __future__ import annotations

_ENGLISH = """
abstracted acetylcholine aerobic aetiology afferent agonist anaesthesia anaesthetised anaesthetist
angiography antagonist antiplatelet aphasia apraxia arrhythmia artefact aspirin ataxia atrial axon
axonal axons basal biomarker biomarkers bilaterally biofeedback bulbar caregiver caregivers carer
carers cerebellar cerebellum cerebrovascular cerebrum cholinergic clinician clinicians cochlear
cognitive cohort cohorts comorbidity comorbidities contralateral contralesional contraindicated
contraindication contraindications cortex cortical corticospinal dendrite dendrites dendritic
depolarisation diaschisis diffusivity dopamine dopaminergic dysarthria dyskinesia dysphagia
dystonia edema efferent electrode electrodes electroencephalogram electroencephalography embolic
embolism endogenous epilepsy epileptic excitability excitatory exogenous extremity exosomes
fibrillation fibrinolysis gait glial glutamate glutamatergic haemorrhage haemorrhagic haemorrhages
hemiparesis hemiplegia hemiplegic hemisphere hippocampal hippocampus homeostatic hyperacute
hypertension hypotension hypoxia immunotherapy inhibitory interhemispheric interleukin
intracerebral intracortical intracranial intrathecal intravenous ipsilateral ipsilesional
ischaemia ischaemic ischemia ischemic lacunar lesion lesional lesions magnetoencephalography
metabolomics microglia mobilisation mobilise motoneuron motoneurons multicentre multidisciplinary
myelin neglect neocortex neural neuroimaging neurodegeneration neurodegenerative neurofeedback
neurogenesis neuroinflammation neurologic neurological neurologist neurologists neuromodulation
neuromuscular neuron neuronal neurons neuropathic neuropathy neurophysiology neuroplastic
neuroplasticity neuroprotection neuroprotective neuropsychologist neurorehabilitation
neurorestoration neurorestorative neuroscience neuroscientist neurosurgeon neurosurgery
neurotransmitter neurotransmitters neurotrophic neurotrophin neurotrophins observational occipital
oedema oligodendrocyte orthosis orthoses outpatient outpatients paraesthesia parietal parkinsonism
pathophysiology percutaneous perfusion perilesional peripheral pharmacological physio
physiotherapist physiotherapists physiotherapy placebo plasticity polyneuropathy postsynaptic
potentiation potentiated preclinical premotor prespecified presynaptic prognosis prognostic
proprioception proprioceptive prosthesis psychometric randomisation randomised rehabilitate
rehabilitative repolarisation restitution restorative reperfusion sclerosis sedentary seizure
seizures sensorimotor serotonin somatosensory spastic spasticity spatiotemporal stenosis stroke
strokes subacute subarachnoid subcortical substantia supratentorial synapse synapses synaptic
syncope tachycardia telerehabilitation temporal tendinopathy thalamic thalamus thrombectomy
thrombolysis thrombolytic thrombosis tinnitus transcranial transcutaneous tremor unaffected vagal
vagus vasospasm ventricular vestibular
"""
_INDONESIAN = """
adaptasi aerobik afasia akson aksonal akut aneurisma angiografi antikoagulan antiplatelet apraksia
aritmia ataksia basal biomarker diaskisis disartria disfagia diskinesia distonia dopamin edema
efikasi dulu elektroda elektroensefalografi embolik emboli endogen epilepsi farmakologi fibrilasi
fisioterapi fisioterapis glutamat hemiparesis hemiplegia hemoragik hipertensi hipokampus hiperakut
hipotensi imunoterapi infark inhibisi interval intervensi intrakranial intravena iskemia iskemik
kapasitas kejang klinis klinisi kognitif kohort komorbiditas kompensasi kontraindikasi
kontralateral korteks kortikal kortikospinal kronis lesi magnetik median mekanisme meta mielin
migrain mobilisasi modulasi motorik multidisiplin neural neurodegeneratif neurofisiologi
neurogenesis neuroimaging neurolog neurologi neurologis neuromodulasi neuron neuropati
neuroplastisitas neuroproteksi neurorehabilitasi neurorestorasi neurorestoratif neurotransmiter
neurotrofin neurotropik odds okupasi otot pascaakut pascastroke patofisiologi pencitraan
perdarahan perfusi plasebo plastisitas polineuropati potensiasi praklinis prognosis prognostik
protein psikometri rehabilitasi rehabilitatif reseptor restitusi restoratif risiko sensorik
sensorimotor serebelum serebral serotonin sinaps sinaptik sindrom sirkuit skor spastik spastisitas
stenosis stimulasi stroke subakut subkortikal subaraknoid substitusi talamus telerehabilitasi
terapis transkranial transkutan tremor trombektomi trombolisis trombosis vagus vaskular ventrikel
vestibular
"""

MEDICAL_WORDS = {"en": frozenset(_ENGLISH.split()), "id": frozenset(_INDONESIAN.split())}
"""Language without region → words in small letters."""
